// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/attempts.h"

#include <QCoreApplication>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>

namespace identity {

namespace {
using std::chrono::milliseconds;

constexpr milliseconds firstPause{1000};
constexpr milliseconds longestPause = std::chrono::minutes(15);
constexpr milliseconds tryWindow = std::chrono::minutes(1);
constexpr int doublings = 10; // 1 s · 2¹⁰ is above the longest pause

QString pairKey(const QString &account, const QString &address)
{
    return account.toCaseFolded() + QLatin1Char('\n') + networkOf(address);
}
} // namespace

QString networkOf(const QString &address)
{
    in6_addr six{};
    if (::inet_pton(AF_INET6, address.section(QLatin1Char('%'), 0, 0).toLatin1().constData(), &six) != 1)
        return address;
    constexpr int networkBytes = 8;
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (IN6_IS_ADDR_V4MAPPED(&six)) {
        ::inet_ntop(AF_INET, &six.s6_addr[12], text.data(), text.size());
    } else {
        std::fill(six.s6_addr + networkBytes, six.s6_addr + sizeof six.s6_addr, uint8_t(0));
        ::inet_ntop(AF_INET6, &six, text.data(), text.size());
    }
    return QString::fromLatin1(text.data());
}

std::optional<milliseconds> Attempts::hold(const QString &account, const QString &address, Moment now)
{
    if (address.isEmpty())
        return std::nullopt;
    forgetOld(now);
    std::deque<Moment> &tries = m_tries[networkOf(address)];
    while (!tries.empty() && now - tries.front() >= tryWindow)
        tries.pop_front();
    if (int(tries.size()) >= m_perMinute)
        return tryWindow - (now - tries.front());
    const auto failures = m_failures.constFind(pairKey(account, address));
    if (failures != m_failures.constEnd() && failures->until > now)
        return failures->until - now;
    tries.push_back(now);
    return std::nullopt;
}

void Attempts::failed(const QString &account, const QString &address, Moment now)
{
    if (address.isEmpty())
        return;
    Failures &failures = m_failures[pairKey(account, address)];
    const milliseconds pause = firstPause * (1 << std::min(failures.count, doublings));
    ++failures.count;
    failures.until = now + std::min(pause, longestPause);
}

void Attempts::succeeded(const QString &account, const QString &address)
{
    m_failures.remove(pairKey(account, address));
}

/// Once a minute, so that addresses that come and go leave nothing behind.
void Attempts::forgetOld(Moment now)
{
    if (now - m_forgotAt < tryWindow)
        return;
    m_forgotAt = now;
    m_tries.removeIf(
        [&](auto entry) { return entry.value().empty() || now - entry.value().back() >= tryWindow; });
    m_failures.removeIf([&](auto entry) { return now - entry.value().until >= longestPause; });
}

core::Error tooSoon(milliseconds wait)
{
    const int seconds = int((wait.count() + 999) / 1000);
    return {core::ErrorCode::Limited,
            QCoreApplication::translate("identity::Service",
                                        "Too many sign-ins were tried. Try again in %n second(s).", nullptr,
                                        seconds),
            seconds};
}

} // namespace identity
