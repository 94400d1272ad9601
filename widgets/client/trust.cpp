// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/trust.h"

#include <QLocale>
#include <QSslCertificate>
#include <QSslError>

#include <algorithm>

namespace client {

namespace {

core::Error distrust(const QString &sentence) { return {core::ErrorCode::Forbidden, sentence}; }

/// Foreign text, so that it can neither forge a line of ours nor fill the screen.
QString oneLine(const QString &text)
{
    constexpr qsizetype enough = 200;
    const QString line = text.simplified();
    return line.size() > enough ? QString(line.left(enough) + QChar(0x2026)) : line;
}

/// What is wrong with a certificate that hangs from an authority all the same.
bool isAboutNameOrTime(const QSslError &error)
{
    const QSslError::SslError kind = error.error();
    return kind == QSslError::HostNameMismatch || kind == QSslError::CertificateExpired ||
           kind == QSslError::CertificateNotYetValid;
}

/// What a person may overlook, because the fingerprint tells more: nobody vouches.
bool isAboutAuthority(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return true;
    default:
        return false;
    }
}

QString dateText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

/// Why a certificate that an authority vouches for is not good for `place` now.
QString faultText(const QString &place, const QSslCertificate &certificate, const QSslError &error)
{
    if (error.error() == QSslError::HostNameMismatch) {
        const QStringList names = certificate.subjectAlternativeNames().values(QSsl::DnsEntry);
        return Trust::tr(
                   "The certificate of %1 is made for another name (%2). Nothing was sent. Use the name "
                   "it is made for, or tell the administrator of the server.")
            .arg(place, oneLine(names.isEmpty() ? certificate.subjectDisplayName()
                                                : names.join(QLatin1String(", "))));
    }
    if (error.error() == QSslError::CertificateExpired) {
        return Trust::tr("The certificate of %1 has expired (%2). Nothing was sent. The administrator of the "
                         "server must renew it; see too that the clock of this computer is right.")
            .arg(place, dateText(certificate.expiryDate()));
    }
    return Trust::tr("The certificate of %1 is not valid yet (from %2 on). Nothing was sent. See that the "
                     "clock of this computer is right, or tell the administrator of the server.")
        .arg(place, dateText(certificate.effectiveDate()));
}

QString changeText(const CertificateChange &change)
{
    const QString shown = change.shown.text();
    if (change.isGiven) {
        return Trust::tr("%1 does not show the certificate that was asked for, so Belfry stopped and sent "
                         "nothing. Expected: %2. Shown: %3. Ask the administrator of the server which is "
                         "right.")
            .arg(change.place, change.expected->text(), shown);
    }
    if (!change.expected) {
        return Trust::tr(
                   "An authority vouched for the certificate of %1 before, and none does for the one it "
                   "shows now, so Belfry stopped and sent nothing. Shown: %2. Ask the administrator of "
                   "the server.")
            .arg(change.place, shown);
    }
    return Trust::tr(
               "The certificate of %1 has changed, so Belfry stopped and sent nothing. Accepted before: "
               "%2. Shown now: %3. Ask the administrator of the server; if the change is right, give "
               "the new one by --fingerprint.")
        .arg(change.place, change.expected->text(), shown);
}

} // namespace

Trust::Trust(KnownServers known, QObject *parent) : QObject(parent), m_known(std::move(known)) {}

void Trust::expect(const ServerAddress &address, const Fingerprint &fingerprint)
{
    m_expected.insert(address.text(), fingerprint);
}

core::Result<void> Trust::judge(const ServerAddress &address, const QSslCertificate &certificate,
                                const QList<QSslError> &errors)
{
    const QString place = address.text();
    if (certificate.isNull())
        return distrust(tr("%1 shows no certificate. Nothing was sent to it.").arg(place));
    const auto known = m_known.all();
    if (!known)
        return distrust(known.error().message);
    const Fingerprint shown = Fingerprint::of(certificate);
    const bool isVouched = errors.isEmpty();
    const auto found = known->constFind(place);
    const auto given = m_expected.constFind(place);
    const bool isGiven = given != m_expected.constEnd();
    const std::optional<Fingerprint> expected = isGiven                      ? *given
                                                : found != known->constEnd() ? found->accepted
                                                                             : std::nullopt;
    if (expected == shown)
        return welcome(place, {shown}, known.value());
    if (expected)
        return stop({place, expected, shown, isVouched, isGiven});
    if (isVouched)
        return welcome(place, {}, known.value());
    if (std::all_of(errors.begin(), errors.end(), isAboutNameOrTime))
        return distrust(faultText(place, certificate, errors.first()));
    if (found != known->constEnd())
        return stop({place, std::nullopt, shown, false, false});
    const auto grave = std::find_if_not(errors.begin(), errors.end(), [](const QSslError &error) {
        return isAboutAuthority(error) || isAboutNameOrTime(error);
    });
    if (grave != errors.end()) {
        return distrust(tr("The certificate of %1 cannot be used: %2. Nothing was sent. Tell the "
                           "administrator of the server.")
                            .arg(place, grave->errorString()));
    }
    return doubt({place, shown, oneLine(certificate.subjectDisplayName()), certificate.expiryDate()});
}

core::Result<void> Trust::welcome(const QString &place, const KnownServer &server,
                                  const QMap<QString, KnownServer> &known)
{
    // What cannot be written is asked again; it was judged all the same.
    if (!known.contains(place) || known.value(place) != server)
        (void)m_known.remember(place, server);
    if (m_stranger || m_change) {
        m_stranger.reset();
        m_change.reset();
        Q_EMIT settled();
    }
    return {};
}

core::Result<void> Trust::stop(const CertificateChange &change)
{
    m_stranger.reset();
    m_change = change;
    Q_EMIT changeMet();
    return distrust(changeText(change));
}

core::Result<void> Trust::doubt(const Stranger &stranger)
{
    m_change.reset();
    m_stranger = stranger;
    Q_EMIT strangerMet();
    return distrust(tr("Nobody vouches for the certificate of %1, so Belfry sent nothing. Compare its "
                       "fingerprint with the one that Belfry shows there, then accept it, or give it by "
                       "--fingerprint: %2")
                        .arg(stranger.place, stranger.shown.text()));
}

core::Result<void> Trust::allowPlain(const ServerAddress &address) const
{
    const auto known = m_known.all();
    if (!known)
        return distrust(known.error().message);
    const QString host = address.http.host();
    // This computer may have several servers, some without encryption; elsewhere another port is a trap.
    const auto sameServer = [&](const QString &place) {
        const bool isHost =
            place.section(QLatin1Char(':'), 0, -2) == address.text().section(QLatin1Char(':'), 0, -2);
        return place == address.text() || (isHost && !isThisComputer(host));
    };
    const QStringList places = known->keys() + m_expected.keys();
    const auto before = std::find_if(places.begin(), places.end(), sameServer);
    if (before == places.end())
        return {};
    return distrust(tr("%1 was reached by an encrypted connection before; without one, everybody on the way "
                       "could read the password. Nothing was sent. Use https://%1. If that server speaks no "
                       "TLS any more, ask its administrator, then remove its line from %2.")
                        .arg(*before, m_known.file()));
}

core::Result<void> Trust::accept(const Stranger &stranger)
{
    const core::Result<void> kept = m_known.remember(stranger.place, {stranger.shown});
    if (!kept)
        return kept;
    m_stranger.reset();
    Q_EMIT settled();
    return {};
}

core::Result<void> Trust::forget(const CertificateChange &change)
{
    const core::Result<void> forgotten = m_known.forget(change.place);
    if (!forgotten)
        return forgotten;
    m_change.reset();
    Q_EMIT settled();
    return {};
}

} // namespace client
