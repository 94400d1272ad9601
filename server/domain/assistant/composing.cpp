// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/composing.h"

#include "domain/assistant/words.h"

#include <QJsonDocument>

namespace assistant {

namespace {
constexpr qsizetype longestQuery = 4096;
constexpr qsizetype mostSources = 12;
constexpr qsizetype mostReferences = 64;
constexpr qsizetype mostProposals = 8;
} // namespace

Answer Composing::answer(const Telling &telling, const Findings &findings, const QStringList &remarks) const
{
    Answer answer;
    QStringList sentences = remarks + telling.sentences;
    for (const Finding &each : findings.list()) {
        if (!each.reply)
            sentences << tr("%1 could not be asked: %2")
                             .arg(summaryOf(each.asking.command), each.reply.error().message);
    }
    say(answer, sentences.join(u' '), telling.details);
    cite(answer, findings);
    answer.references = telling.references.mid(0, mostReferences);
    answer.proposals = telling.proposals.mid(0, mostProposals);
    answer.isCertain = telling.isCertain;
    return answer;
}

Answer Composing::refusal(const Findings &findings) const
{
    Answer answer;
    const Finding &failed = findings.list().first();
    say(answer,
        tr("I could not find that out. %1: %2")
            .arg(summaryOf(failed.asking.command), failed.reply.error().message),
        {});
    cite(answer, findings);
    answer.isCertain = false;
    return answer;
}

Answer Composing::sentence(const QString &text)
{
    Answer answer;
    say(answer, text, {});
    answer.basis = tr("local rules");
    return answer;
}

void Composing::cite(Answer &answer, const Findings &findings) const
{
    QStringList lines;
    for (const Finding &each : findings.list()) {
        const QString params =
            QString::fromUtf8(QJsonDocument(each.asking.params).toJson(QJsonDocument::Compact));
        const QString line = each.asking.command + u' ' + params;
        if (lines.contains(line))
            continue;
        lines << line;
        if (each.reply && answer.sources.size() < mostSources)
            answer.sources << Source{summaryOf(each.asking.command), each.asking.command, each.asking.params};
    }
    answer.query = clipped(lines.join(QStringLiteral("; ")), longestQuery);
    answer.basis = tr("local rules");
}

void Composing::say(Answer &answer, const QString &sentences, const QStringList &details)
{
    QString all = sentences;
    for (const QString &line : details)
        all += u'\n' + line;
    answer.detail = clipped(all, longestDetail);
    answer.text = clipped(sentences, longestText);
    // Whole lines, as many as there is room for; the last of it says that there is more.
    for (const QString &line : details) {
        constexpr qsizetype forMore = 2;
        if (answer.text.size() + line.size() + 1 + forMore > longestText) {
            if (answer.text.size() + forMore <= longestText)
                answer.text += QStringLiteral("\n…");
            break;
        }
        answer.text += u'\n' + line;
    }
}

QString Composing::summaryOf(const QString &command) const
{
    const core::CommandSpec *spec = m_catalog.findCommand(command);
    return spec == nullptr ? command : spec->summary;
}

} // namespace assistant
