// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/filterkeys.h"

#include <algorithm>

namespace devices {

namespace {

using network::Entry;
using network::Standing;

struct TextKey
{
    const char *key;
    TextOf text;
};
constexpr std::array textKeys{
    TextKey{"name",
            [](const Subject &one) -> QString { return one.entry.name + u'\n' + one.entry.hostname; }},
    TextKey{"mac", [](const Subject &one) { return one.entry.macAddress; }},
    TextKey{"vendor", [](const Subject &one) { return one.entry.vendor; }},
    TextKey{"os", [](const Subject &one) { return one.entry.os; }},
    TextKey{"owner", [](const Subject &one) { return one.entry.owner; }},
    TextKey{"tag", [](const Subject &one) { return one.entry.tags.join(u'\n'); }},
    TextKey{"notes", [](const Subject &one) { return one.entry.notes; }},
    TextKey{"net", [](const Subject &one) { return one.entry.subnet; }},
    TextKey{"dept", [](const Subject &one) -> QString {
                const QString &id = one.entry.departmentId;
                return id.isEmpty() ? id : id + u'\n' + one.departments.value(id);
            }}};

std::optional<double> secondsSince(const std::optional<QDateTime> &at, const QDateTime &now)
{
    return at ? std::optional(double(at->msecsTo(now)) / 1000) : std::nullopt;
}

constexpr std::array numberKeys{
    NumberKey{"ports", [](const Subject &one) { return std::optional<double>(one.entry.openPorts); }, false},
    NumberKey{"latency", [](const Subject &one) { return one.entry.latency; }, false},
    NumberKey{"loss", [](const Subject &one) { return one.entry.loss; }, false},
    NumberKey{"criticality", [](const Subject &one) { return std::optional<double>(one.entry.criticality); },
              false},
    NumberKey{"known", [](const Subject &one) { return secondsSince(one.entry.firstSeen, one.now); }, true},
    NumberKey{"seen", [](const Subject &one) { return secondsSince(one.entry.lastSeen, one.now); }, true},
    NumberKey{"since", [](const Subject &one) { return secondsSince(one.entry.stateSince, one.now); }, true}};

struct Quality
{
    const char *key;
    QualityOf holds;
};
constexpr std::array qualities{
    Quality{"new", [](const Entry &one) { return one.standing == Standing::New; }},
    Quality{"approved", [](const Entry &one) { return one.standing == Standing::Approved; }},
    Quality{"ignored", [](const Entry &one) { return one.standing == Standing::Ignored; }},
    Quality{"flapping", [](const Entry &one) { return one.isFlapping; }},
    Quality{"expected", [](const Entry &one) { return one.isExpectedUp; }},
    Quality{"random", [](const Entry &one) { return one.isMacRandom; }},
    Quality{"shared", [](const Entry &one) { return one.isAddressShared; }}};

template <class Known>
const typename Known::value_type *named(const Known &known, const QString &word)
{
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&word](const auto &one) { return word == QLatin1String(one.key); });
    return found == known.end() ? nullptr : &*found;
}

} // namespace

TextOf textKey(const QString &key)
{
    const TextKey *found = named(textKeys, key);
    return found ? found->text : nullptr;
}

const NumberKey *numberKey(const QString &key) { return named(numberKeys, key); }

QualityOf qualityNamed(const QString &word)
{
    const Quality *found = named(qualities, word);
    return found ? found->holds : nullptr;
}

bool isOfType(const Entry &device, const QString &word)
{
    QString spaced = word;
    spaced.replace(u' ', u'_');
    return device.deviceType.compare(spaced, Qt::CaseInsensitive) == 0 ||
           (device.deviceType.isEmpty() && word.compare(QLatin1String("unknown"), Qt::CaseInsensitive) == 0);
}

} // namespace devices
