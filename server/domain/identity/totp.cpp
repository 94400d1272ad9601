// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/totp.h"

#include <QUrl>

#include <algorithm>
#include <cstdlib>
#include <liboath/oath.h>

namespace identity::totp {

namespace {
constexpr int digits = 6;
constexpr unsigned stepSeconds = 30;
constexpr size_t stepsOff = 1;

bool isReady()
{
    static const bool ready = oath_init() == OATH_OK;
    return ready;
}
} // namespace

std::optional<quint64> stepOf(const QByteArray &secret, const QString &code, const QDateTime &now)
{
    // Only ASCII digits: the library takes the length it is given for the number of digits to make.
    const bool isCode = code.size() == digits && std::all_of(code.begin(), code.end(), [](QChar letter) {
                            return letter >= u'0' && letter <= u'9';
                        });
    if (!isCode || !isReady())
        return std::nullopt;
    int away = 0;
    uint64_t step = 0;
    const int found =
        oath_totp_validate3(secret.constData(), size_t(secret.size()), now.toSecsSinceEpoch(), stepSeconds, 0,
                            stepsOff, &away, &step, code.toLatin1().constData());
    if (found < 0)
        return std::nullopt;
    return step;
}

QString typed(const QByteArray &secret)
{
    char *text = nullptr;
    size_t length = 0;
    if (!isReady() ||
        oath_base32_encode(secret.constData(), size_t(secret.size()), &text, &length) != OATH_OK)
        return {};
    QString out = QString::fromLatin1(text, qsizetype(length));
    std::free(text); // NOLINT(cppcoreguidelines-no-malloc): the library's
    while (out.endsWith(u'='))
        out.chop(1);
    return out;
}

QString scanned(const QByteArray &secret, const QString &account)
{
    return QStringLiteral("otpauth://totp/Belfry:%1?secret=%2&issuer=Belfry")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(account)), typed(secret));
}

} // namespace identity::totp
