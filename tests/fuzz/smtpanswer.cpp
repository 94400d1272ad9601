// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/smtptalk.h"
#include "fuzz/pieces.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"

using alerts::channels::SmtpTalk;

namespace fuzz {

void smtpanswer(QByteArrayView input)
{
    if (input.isEmpty())
        return;
    const int wished = input.front();
    SmtpTalk::Wish wish{
        QStringLiteral("mail.example.org"), "belfry.example.org", (wished & 1) != 0, {}, {}, {}};
    if ((wished & 2) != 0) {
        wish.userName = "dana";
        wish.password = "pass word";
    }
    wish.mail.from = "belfry@example.org";
    wish.mail.to = {"dana@example.org", "omar@example.org"};
    wish.mail.data = "Subject: x\r\n\r\n.dot\r\n";
    SmtpTalk talk(wish);
    bool isEncrypted = false;
    for (Pieces pieces(input.sliced(1)); !pieces.atEnd();) {
        SmtpTalk::Step step = talk.hear(pieces.next().toByteArray());
        if (step.kind == SmtpTalk::Step::Kind::Encrypt) {
            isEncrypted = true;
            step = talk.secured();
        }
        const bool saysSecrets = step.text.contains("AUTH") || step.text.contains("MAIL FROM");
        require(!saysSecrets || !wish.startsTls || isEncrypted, "nothing is told before it is encrypted");
        if (step.kind != SmtpTalk::Step::Kind::Finish)
            continue;
        require(!step.outcome.sentence.isEmpty(), "what became of it is said");
        require(step.outcome.sentence.size() < 4096, "in a bounded sentence");
        require(!step.outcome.sentence.contains(u'\n') && !step.outcome.sentence.contains(QChar(0x202e)),
                "of one plain line");
        return;
    }
}

} // namespace fuzz
