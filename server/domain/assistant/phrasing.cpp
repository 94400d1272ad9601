// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/phrasing.h"

#include "catalog/alertcommands.h"
#include "catalog/scan.h"
#include "core/subnet.h"
#include "domain/assistant/speech.h"
#include "domain/assistant/words.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace assistant {

namespace {
constexpr qsizetype mostPhrasedReferences = 24;
constexpr qsizetype mostPhrasedProposals = 3;

/// What kind of thing stands in a list of this name.
QString kindOf(const QString &key)
{
    static const QMap<QString, QString> kinds{{QStringLiteral("devices"), QStringLiteral("device")},
                                              {QStringLiteral("device"), QStringLiteral("device")},
                                              {QStringLiteral("alerts"), QStringLiteral("alert")},
                                              {QStringLiteral("alert"), QStringLiteral("alert")},
                                              {QStringLiteral("children"), QStringLiteral("alert")},
                                              {QStringLiteral("scans"), QStringLiteral("scan")},
                                              {QStringLiteral("departments"), QStringLiteral("department")}};
    return kinds.value(key);
}

QString firstText(const QJsonObject &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const QString text = object.value(QLatin1String(key)).toString(); !text.isEmpty())
            return text;
    }
    return {};
}

bool isWholeWordIn(const QString &word, const QString &text)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const auto isEdge = [&text](qsizetype place) {
            return place < 0 || place >= text.size() || !text.at(place).isLetterOrNumber();
        };
        if (isEdge(at - 1) && isEdge(at + word.size()))
            return true;
    }
    return false;
}
} // namespace

Phrasing::Phrasing(const core::Catalog &catalog, const core::Principal &caller, const Findings &findings)
    : m_catalog(catalog), m_caller(caller)
{
    for (const Finding &each : findings.list()) {
        if (each.reply)
            collect(each.reply->json(), QString());
    }
}

void Phrasing::collect(const QJsonValue &value, const QString &key)
{
    if (value.isString()) {
        m_texts << folded(plain(value.toString(), longestDetail));
    } else if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (const QJsonValue each : list)
            collect(each, key);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const QString id = firstText(object, {"id", "scan_id"});
        if (const QString kind = kindOf(key); !kind.isEmpty() && !id.isEmpty() && !m_ids.contains(id)) {
            m_ids << id;
            m_things << Reference{kind, id, plain(firstText(object, {"name", "label", "title", "target"}))};
        }
        for (auto it = object.begin(); it != object.end(); ++it)
            collect(it.value(), it.key());
    }
}

QString Phrasing::plainText(const QString &written)
{
    static const QRegularExpression link(QStringLiteral("!?\\[([^\\]\\n]{0,200})\\]\\([^)\\n]{0,2000}\\)"));
    static const QRegularExpression address(
        QStringLiteral("\\b(?:[a-z][a-z0-9+.-]{1,30}://|www\\.|javascript:|data:|mailto:)\\S+"),
        QRegularExpression::CaseInsensitiveOption);
    QString text = written;
    text.replace(link, QStringLiteral("\\1"));
    text.replace(address, QStringLiteral("[…]"));
    text.remove(QStringLiteral("**")).remove(u'`');
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = plain(line, longestDetail);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void Phrasing::phrase(Answer &answer, const QString &written) const
{
    QStringList kept;
    const QStringList lines = plainText(written).split(u'\n');
    for (const QString &line : lines) {
        auto proposal = proposalOf(line);
        if (!proposal)
            kept << line;
        else if (answer.proposals.size() < mostPhrasedProposals)
            answer.proposals << *std::move(proposal);
    }
    if (kept.isEmpty())
        kept << answer.proposals.first().sentence;
    answer.detail = clipped(kept.join(u'\n'), longestDetail);
    answer.text = clipped(answer.detail, longestText);
    answer.references = mentioned(answer.detail);
}

std::optional<Proposal> Phrasing::proposalOf(const QString &line) const
{
    static const QRegularExpression ack(QStringLiteral("^/ack (A-\\d{1,9})(?: (.{1,200}))?$"));
    static const QRegularExpression assign(QStringLiteral("^/assign (A-\\d{1,9}) @?([\\w.@-]{1,64})$"));
    static const QRegularExpression scan(
        QStringLiteral("^/scan (\\S{1,64})(?: (discovery|ports|targeted|full))?$"));
    QString text = line;
    while (text.startsWith(u'-') || text.startsWith(u'*') || text.startsWith(u'•') || text.startsWith(u' '))
        text.remove(0, 1);
    if (!text.startsWith(u'/') || isForeign(text))
        return std::nullopt;
    if (const auto match = ack.match(text); match.hasMatch()) {
        alerts::AcknowledgeAlerts wish;
        wish.ids = {match.captured(1)};
        wish.note = match.captured(2);
        return checked({text, Speech::tr("Look after %1").arg(match.captured(1)),
                        QLatin1String(alerts::AcknowledgeAlerts::name), core::toJson(wish).toObject()});
    }
    if (const auto match = assign.match(text); match.hasMatch()) {
        return checked(
            {text, Speech::tr("Give %1 to %2").arg(match.captured(1), match.captured(2)),
             QLatin1String(alerts::AssignAlerts::name),
             core::toJson(alerts::AssignAlerts{{match.captured(1)}, match.captured(2)}).toObject()});
    }
    const auto match = scan.match(text);
    const auto target = match.hasMatch() ? core::Subnet::parse(match.captured(1)) : std::nullopt;
    if (!target)
        return std::nullopt;
    const QString type = match.captured(2).isEmpty() ? QStringLiteral("discovery") : match.captured(2);
    return checked({text,
                    Speech::tr("Scan %1 (%2)").arg(match.captured(1), type),
                    QLatin1String(network::StartScan::name),
                    {{QStringLiteral("scan_type"), type}, {QStringLiteral("target"), match.captured(1)}}});
}

/// Nothing unless it is a command of ours that the asker may run, about something that was looked up.
std::optional<Proposal> Phrasing::checked(Proposal proposal) const
{
    const core::CommandSpec *spec = m_catalog.findCommand(proposal.command);
    if (spec == nullptr || !m_caller.may(spec->needs) || !m_caller.mayRun(proposal.command) ||
        !spec->params.read(proposal.params, core::NameCase::Snake))
        return std::nullopt;
    const QJsonArray ids = proposal.params.value(u"ids").toArray();
    const bool isKnown = std::all_of(ids.begin(), ids.end(),
                                     [this](const QJsonValue &id) { return m_ids.contains(id.toString()); });
    return isKnown ? std::optional(std::move(proposal)) : std::nullopt;
}

bool Phrasing::isForeign(const QString &line) const
{
    const QString wanted = folded(line);
    return std::any_of(m_texts.begin(), m_texts.end(),
                       [&wanted](const QString &text) { return text.contains(wanted); });
}

QList<Reference> Phrasing::mentioned(const QString &text) const
{
    const QString all = folded(text);
    QList<Reference> found;
    for (const Reference &each : m_things) {
        const QString label = folded(each.label);
        if (found.size() < mostPhrasedReferences &&
            (isWholeWordIn(folded(each.id), all) || (!label.isEmpty() && isWholeWordIn(label, all))))
            found << each;
    }
    return found;
}

} // namespace assistant
