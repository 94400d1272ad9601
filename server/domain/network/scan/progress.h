// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/scan/nmapreader.h"
#include "domain/network/scan/task.h"

#include <chrono>

namespace network::scan {

/// How far a scan is.
struct Progress
{
    double percent = 0; ///< 0–100, never less than before
    int hosts = 0;      ///< that answered
    int ports = 0;      ///< open ones
    int services = 0;   ///< that said what they are
    std::chrono::milliseconds elapsed{0};
    std::optional<std::chrono::seconds> left; ///< once a tenth is done
    QString message;                          ///< what is being done, for people
};

/// How far one call of nmap is: its steps, weighed by how long they usually take.
class Advance
{
public:
    explicit Advance(Profile profile) : m_profile(profile) {}

    void take(const Step &step);
    /// 0–1, never less than before.
    [[nodiscard]] double share() const { return m_share; }
    /// What is being done now, for people; empty while nothing is known.
    [[nodiscard]] QString doing() const;

private:
    enum class Part : quint8 { Answers, Ports, Services, System, Rest, Unknown };
    static Part partOf(QStringView step);

    Profile m_profile;
    Part m_part = Part::Unknown;
    double m_share = 0;
};

} // namespace network::scan
