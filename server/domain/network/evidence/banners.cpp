// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/banners.h"

#include <QList>

namespace network {

namespace {
struct Kind
{
    const char *begin; ///< of the key
    double weight;
    const char *origin;
};

/// The first that fits counts. What a maker writes into a device's own pages and logins is worth more than
/// the name of a program that many run.
const QList<Kind> &kinds()
{
    static const QList<Kind> table{
        {"snmp.", 4.0, "snmp"},
        {"favicon", 2.5, "service:http"},
        {"http_header.wwwauth", 2.5, "service:http"},
        {"html_title", 2.5, "service:http"},
        {"http_", 2.0, "service:http"},
        {"apache_", 2.0, "service:http"},
        {"ssh.", 2.5, "service:ssh"},
        {"telnet", 2.5, "service:telnet"},
        {"ftp.", 2.5, "service:ftp"},
        {"sip_header.", 2.5, "service:sip"},
        {"rtsp_", 2.5, "service:rtsp"},
        {"hp_pjl", 3.0, "service:pjl"},
        {"h323", 2.5, "service:h323"},
        {"mdns.", 2.5, "mdns"},
        {"dhcp", 2.5, "dhcp"},
        {"x509.", 2.0, "service:tls"},
        {"tls.", 2.0, "service:tls"},
        {"smb.", 2.5, "service:smb"},
        {"smtp", 2.0, "service:smtp"},
        {"pop3.", 2.0, "service:pop3"},
        {"imap4.", 2.0, "service:imap"},
        {"nntp.", 2.0, "service:nntp"},
        {"mysql.", 2.0, "service:mysql"},
        {"ldap.", 2.0, "service:ldap"},
        {"ntp.", 2.5, "service:ntp"},
        {"dns.", 2.0, "service:domain"},
    };
    return table;
}

/// "220 ", "220-" (RFC 5321 §4.2, RFC 959 §4.2).
QByteArrayView withoutCode(QByteArrayView text)
{
    const bool isCode = text.size() > 4 && text[0] >= '1' && text[0] <= '5' && text[1] >= '0' &&
                        text[1] <= '9' && text[2] >= '0' && text[2] <= '9' &&
                        (text[3] == ' ' || text[3] == '-');
    return isCode ? text.sliced(4) : text;
}

QByteArrayView without(QByteArrayView text, QByteArrayView begin)
{
    return text.startsWith(begin) ? text.sliced(begin.size()) : text;
}
} // namespace

BannerKind bannerKindOf(const QByteArray &key)
{
    for (const Kind &kind : kinds()) {
        if (key.startsWith(kind.begin))
            return {kind.weight, QLatin1String(kind.origin)};
    }
    return {2.0, QStringLiteral("service:") + QString::fromUtf8(key)};
}

QString originOfService(const QString &name)
{
    const QString lower = name.toLower();
    const QString service = QStringLiteral("service:");
    if (lower.startsWith(QLatin1String("http")) || lower.contains(QLatin1String("/http")))
        return service + QStringLiteral("http");
    if (lower == QLatin1String("netbios-ssn") || lower == QLatin1String("microsoft-ds"))
        return service + QStringLiteral("smb");
    if (lower == QLatin1String("snmp"))
        return QStringLiteral("snmp");
    if (lower == QLatin1String("jetdirect"))
        return service + QStringLiteral("pjl");
    QString plain = lower.section(u'/', -1);
    for (const char *secured : {"smtps", "imaps", "pop3s", "ftps", "ldaps", "sips"}) {
        if (plain == QLatin1String(secured))
            plain.chop(1);
    }
    return service + plain;
}

QByteArrayView bannerText(const QByteArray &key, QByteArrayView text)
{
    while (!text.isEmpty() && (text.endsWith('\n') || text.endsWith('\r')))
        text.chop(1);
    if (key == "ssh.banner" && text.startsWith("SSH-")) {
        // RFC 4253 §4.2: SSH-protoversion-softwareversion SP comments
        const qsizetype dash = text.indexOf('-', 4);
        return dash < 0 ? text : text.sliced(dash + 1);
    }
    if (key == "ftp.banner" || key == "smtp.banner" || key == "nntp.banner")
        return withoutCode(text);
    if (key == "pop3.banner")
        return without(text, "+OK ");
    if (key == "imap4.banner")
        return without(text, "* OK ");
    return text;
}

} // namespace network
