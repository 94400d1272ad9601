// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/wish.h"

namespace network {

namespace {
/// Sets parts one by one, and remembers what became another.
class Pen
{
public:
    Pen(QDateTime at, QString by) : m_at(std::move(at)), m_by(std::move(by)) {}

    void set(const char *field, QString &part, const std::optional<QString> &wish)
    {
        if (wish && part != *wish)
            note(field, std::exchange(part, *wish), *wish);
    }
    void note(const char *field, const QString &from, const QString &to)
    {
        m_changes << core::KnownChange{0, m_at, QString(), QLatin1String(field), from, to, m_by};
    }
    [[nodiscard]] QList<core::KnownChange> changes() const { return m_changes; }

private:
    QDateTime m_at;
    QString m_by;
    QList<core::KnownChange> m_changes;
};

QString truthWord(bool isTrue) { return isTrue ? QStringLiteral("yes") : QStringLiteral("no"); }

QString standingWord(Standing standing)
{
    return QString::fromLatin1(core::Words<Standing>::list.at(size_t(standing)));
}

/// Words people gave it, each once and none empty.
QStringList cleanTags(const QStringList &tags)
{
    QStringList out;
    for (const QString &tag : tags) {
        const QString plain = tag.simplified();
        if (!plain.isEmpty() && !out.contains(plain))
            out << plain;
    }
    return out;
}

void setType(Entry &entry, const QString &type, Pen &pen)
{
    const bool isSet = !type.isEmpty();
    if (isSet && entry.deviceType != type)
        pen.note("type", entry.deviceType, type);
    entry.isTypeSet = isSet;
    if (isSet) {
        entry.deviceType = type;
        entry.typeConfidence = 1;
    }
}
} // namespace

QList<core::KnownChange> applyWish(Known &device, const SetDevices &wish, const QDateTime &at,
                                   const QString &by)
{
    Pen pen(at, by);
    Entry &entry = device.entry;
    pen.set("display_name", device.setName,
            wish.displayName ? std::optional(wish.displayName->simplified()) : std::nullopt);
    if (wish.deviceType)
        setType(entry, *wish.deviceType, pen);
    pen.set("department", device.setDepartment, wish.department);
    pen.set("owner", entry.owner, wish.owner);
    pen.set("notes", entry.notes, wish.notes);
    pen.set("parent", device.setParent, wish.parentId);
    if (wish.tags) {
        const QStringList tags = cleanTags(*wish.tags);
        if (tags != entry.tags)
            pen.note("tags", entry.tags.join(QStringLiteral(", ")), tags.join(QStringLiteral(", ")));
        entry.tags = tags;
    }
    if (wish.isExpectedUp && *wish.isExpectedUp != entry.isExpectedUp) {
        pen.note("expected_up", truthWord(entry.isExpectedUp), truthWord(*wish.isExpectedUp));
        entry.isExpectedUp = *wish.isExpectedUp;
        device.setExpectedUp = wish.isExpectedUp;
    }
    if (wish.criticality && *wish.criticality != entry.criticality) {
        pen.note("criticality", QString::number(entry.criticality), QString::number(*wish.criticality));
        entry.criticality = *wish.criticality;
    }
    if (wish.standing && *wish.standing != entry.standing) {
        pen.note("standing", standingWord(entry.standing), standingWord(*wish.standing));
        entry.standing = *wish.standing;
    }
    return pen.changes();
}

} // namespace network
