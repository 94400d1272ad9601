// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/auraos/auraos.h"

#include "dialects/auraos/words.h"

namespace dialects {

namespace {
/// The document spells with capitals of its own (photoURL, isAI): names are written as they are.
Vocabulary auraWords()
{
    Vocabulary words(core::NameCase::Snake);
    auraos::addPresenceWords(words);
    auraos::addChatWords(words);
    auraos::addNoticeWords(words);
    auraos::addSystemWords(words);
    return words;
}
} // namespace

AuraOs::AuraOs() : Dialect(QStringLiteral("auraos"), QStringLiteral("AuraOS"), auraWords()) {}

void AuraOs::answer(core::JsonText &out, const Heard &heard, const core::Reply &reply) const
{
    out.key(QLatin1String("success"));
    out.value(bool(reply));
    if (reply) {
        heard.write(reply.value()).writeMembers(out);
        return;
    }
    out.key(QLatin1String("status"));
    out.value(QLatin1String("error"));
    out.key(QLatin1String("message"));
    out.value(reply.error().message);
    out.key(QLatin1String("error"));
    out.value(reply.error().message);
}

Utterance AuraOs::failure(const Heard *, const core::Error &error, const QDateTime &now) const
{
    return {QStringLiteral("error"), socketIoError(error, {}, now), {}};
}

} // namespace dialects
