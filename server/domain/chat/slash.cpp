// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/slash.h"

namespace chat {

namespace {
/// The word after the slash, as far as there is one.
QString wordIn(const QString &text)
{
    qsizetype end = 1;
    while (end < text.size() && !text.at(end).isSpace())
        ++end;
    return text.mid(1, end - 1);
}

PreviewSlash::Reply faulty(SlashFault fault)
{
    PreviewSlash::Reply reply;
    reply.fault = std::move(fault);
    return reply;
}
} // namespace

void Slash::offer(const SlashOffer &offer)
{
    Q_ASSERT_X(!m_offers.contains(offer.word), "Slash", "a word is offered once");
    m_offers.insert(offer.word, offer);
}

bool Slash::isFor(const SlashOffer &offer, const core::Principal &caller) const
{
    const core::CommandSpec *spec = m_catalog.findCommand(offer.command);
    return spec != nullptr && caller.may(spec->needs) && caller.mayRun(offer.command);
}

QFuture<core::Reply> Slash::words(const core::Command &command)
{
    SlashWords::Reply reply;
    for (const SlashOffer &offer : std::as_const(m_offers)) {
        if (isFor(offer, command.caller))
            reply.words << SlashWord{offer.word, offer.arguments, offer.summary, offer.isChanging};
    }
    return core::ready(reply);
}

QFuture<core::Reply> Slash::preview(const core::Command &command)
{
    const auto asked = command.as<PreviewSlash>();
    if (!asked)
        return core::ready(asked.error());
    return core::ready(previewOf(*asked, command));
}

SlashFault Slash::unknown(const QString &word, int start, const core::Principal &caller) const
{
    QStringList near;
    for (const SlashOffer &offer : m_offers) {
        if (!word.isEmpty() && offer.word.startsWith(word.left(1)) && isFor(offer, caller))
            near << QLatin1Char('/') + offer.word;
    }
    const QString sentence =
        near.isEmpty() ? tr("There is no command /%1. /help lists those there are.").arg(word.left(32))
                       : tr("There is no command /%1. Do you mean %2?")
                             .arg(word.left(32), near.join(QStringLiteral(", ")));
    return {sentence, start, int(word.size()) + 1};
}

PreviewSlash::Reply Slash::previewOf(const PreviewSlash &asked, const core::Command &command) const
{
    int start = 0;
    while (start < asked.text.size() && asked.text.at(start).isSpace())
        ++start;
    const QString text = asked.text.mid(start);
    if (!text.startsWith(QLatin1Char('/')))
        return faulty({tr("A command begins with a slash."), start, 0});
    const QString word = wordIn(text).toLower();
    const auto offer = m_offers.constFind(word);
    if (offer == m_offers.constEnd() || m_catalog.findCommand(offer->command) == nullptr)
        return faulty(unknown(word, start, command.caller));
    const int length = int(word.size()) + 1;
    if (!isFor(*offer, command.caller))
        return faulty({tr("Your role may not use /%1. Ask an operator.").arg(word), start, length});
    const SlashArguments arguments(asked.text, start + length, asked.roomName, m_shownName(command),
                                   command.caller);
    const SlashOffer::Outcome outcome = offer->plan(arguments);
    if (const auto *fault = std::get_if<SlashFault>(&outcome))
        return faulty(*fault);
    const SlashPlan &plan = std::get<SlashPlan>(outcome);
    const core::CommandSpec *spec = m_catalog.findCommand(plan.command);
    if (const auto fits = spec->params.read(plan.params, core::NameCase::Snake); !fits)
        return faulty({fits.error().message, start, int(asked.text.size()) - start});
    return {plan.sentence, plan.command, plan.params, offer->isChanging, std::nullopt};
}

} // namespace chat
