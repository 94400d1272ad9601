// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/request.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace helper {

namespace {
constexpr std::array<std::string_view, 5> profiles{"discovery", "ports", "ports-os", "targeted", "full"};
constexpr std::array<std::string_view, 3> intensities{"light", "normal", "aggressive"};
constexpr std::array<std::string_view, 3> versionIntensities{"2", "5", "9"};
constexpr int targeted = 3;
constexpr int full = 4;
constexpr std::size_t longestPorts = 384;
constexpr int lastPort = 65535;

std::vector<std::string_view> split(std::string_view text, char between)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(between);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

template <std::size_t size>
std::optional<int> indexOf(const std::array<std::string_view, size> &words, std::string_view word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional(int(found - words.begin()));
}

std::optional<int> number(std::string_view text, int least, int most)
{
    if (text.empty() || text.size() > 6)
        return std::nullopt;
    int value = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        value = value * 10 + (digit - '0');
    }
    return value >= least && value <= most ? std::optional(value) : std::nullopt;
}

bool takePort(std::string_view part, Request &request)
{
    if (part.size() >= 2 && part[1] == ':') {
        const char protocol = part[0];
        if (protocol != 'T' && protocol != 'U' && protocol != 'S')
            return false;
        (protocol == 'T' ? request.hasTcp : protocol == 'U' ? request.hasUdp : request.hasSctp) = true;
        request.ports += protocol;
        request.ports += ':';
        part.remove_prefix(2);
    } else if (!request.hasUdp && !request.hasSctp) {
        request.hasTcp = true;
    }
    const std::size_t hyphen = part.find('-');
    const auto first = number(part.substr(0, hyphen), 1, lastPort);
    const auto last = hyphen == std::string_view::npos ? first : number(part.substr(hyphen + 1), 1, lastPort);
    if (!first || !last || *last < *first)
        return false;
    request.ports += std::to_string(*first);
    if (*last != *first)
        request.ports += '-' + std::to_string(*last);
    return true;
}

bool takePorts(std::string_view text, Request &request)
{
    if (request.profile == 0)
        return text == "-";
    if (text.size() > longestPorts)
        return false;
    if (text.substr(0, 4) == "top:") {
        request.hasTcp = true;
        request.topPorts = number(text.substr(4), 1, lastPort).value_or(0);
        return request.topPorts > 0;
    }
    for (const std::string_view part : split(text, ',')) {
        if (!request.ports.empty())
            request.ports += ',';
        if (!takePort(part, request))
            return false;
    }
    return true;
}

/// Nobody's: RFC 6890 §2.2.2 and §2.2.3, and multicast.
bool isNobodys(int family, const std::array<unsigned char, 16> &bytes)
{
    if (family == AF_INET)
        return bytes[0] == 0 || bytes[0] >= 224;
    return bytes[0] == 0xff ||
           std::all_of(bytes.begin(), bytes.end(), [](unsigned char byte) { return byte == 0; });
}

bool takeTarget(std::string_view text, Request &request)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || text.size() > INET6_ADDRSTRLEN + 4)
        return false;
    const std::string address(text.substr(0, slash));
    const bool isV6 = address.find(':') != std::string::npos;
    const int family = isV6 ? AF_INET6 : AF_INET;
    std::array<unsigned char, 16> bytes{};
    const auto prefix =
        number(text.substr(slash + 1), isV6 ? Request::smallestV6 : Request::smallestV4, isV6 ? 128 : 32);
    if (!prefix || ::inet_pton(family, address.c_str(), bytes.data()) != 1 || isNobodys(family, bytes))
        return false;
    if (!request.targets.empty() && request.isV6 != isV6)
        return false;
    request.isV6 = isV6;
    std::array<char, INET6_ADDRSTRLEN> written{};
    if (::inet_ntop(family, bytes.data(), written.data(), written.size()) == nullptr)
        return false;
    request.targets.push_back(std::string(written.data()) + '/' + std::to_string(*prefix));
    return true;
}
} // namespace

std::optional<Request> Request::parse(std::string_view line)
{
    const std::vector<std::string_view> words = split(line, ' ');
    if (words.size() != 6 || words[0] != "scan")
        return std::nullopt;
    const auto profile = indexOf(profiles, words[1]);
    const auto intensity = indexOf(intensities, words[2]);
    const auto seconds = number(words[3], 1, mostSeconds);
    if (!profile || !intensity || !seconds)
        return std::nullopt;
    Request request;
    request.profile = *profile;
    request.intensity = *intensity;
    request.seconds = *seconds;
    const std::vector<std::string_view> targets = split(words[5], ',');
    if (!takePorts(words[4], request) || targets.size() > mostTargets)
        return std::nullopt;
    const bool areTargets = std::all_of(targets.begin(), targets.end(), [&request](std::string_view target) {
        return takeTarget(target, request);
    });
    return areTargets ? std::optional(request) : std::nullopt;
}

std::vector<std::string> Request::arguments() const
{
    std::vector<std::string> out{"nmap", "-n",  "-v", "--no-stylesheet", "--stats-every",
                                 "1s",   "-oX", "-",  "--privileged"};
    const auto add = [&out](std::initializer_list<std::string_view> words) {
        out.insert(out.end(), words.begin(), words.end());
    };
    if (intensity == 0)
        add({"-T3", "--max-rate", "100", "--max-retries", "2"});
    else if (intensity == 1)
        add({"-T4", "--max-rate", "1000"});
    else
        add({"-T4"});
    if (profile == 0) {
        add({"-sn"});
    } else {
        add({"--min-hostgroup", "32"});
        if (hasTcp)
            add({"-sS"});
        if (hasUdp)
            add({"-sU"});
        if (hasSctp)
            add({"-sY"});
        add({topPorts > 0 ? "--top-ports" : "-p", topPorts > 0 ? std::to_string(topPorts) : ports});
    }
    if (profile >= targeted)
        add({"-sV", "--version-intensity", versionIntensities[std::size_t(intensity)]});
    if (profile >= 2)
        add({"-O", "--max-os-tries", "2"});
    if (profile == full)
        add({"--traceroute"});
    if (isV6)
        add({"-6"});
    add({"--"});
    out.insert(out.end(), targets.begin(), targets.end());
    return out;
}

} // namespace helper
