// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/slasharguments.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"

#include <algorithm>

namespace fuzz {

void slash(QByteArrayView input)
{
    const QString text = QString::fromUtf8(input);
    for (int start = 0; start <= std::min<int>(2, int(text.size())); ++start) {
        const chat::SlashArguments in(text, start, QStringLiteral("general_chat"), QStringLiteral("dana"),
                                      {});
        for (qsizetype i = 0; i <= in.size(); ++i) {
            const chat::SlashArguments::Piece piece = in.at(i);
            require(piece.start >= 0 && piece.start + piece.text.size() <= text.size(),
                    "pieces are of the text");
            require(QStringView(text).mid(piece.start, piece.text.size()) == piece.text,
                    "and stand where they say");
            const auto fault = in.fault(QStringLiteral("x"), i);
            const auto wide = in.faultFrom(QStringLiteral("x"), i);
            require(fault.start + fault.length <= text.size() && wide.start + wide.length <= text.size(),
                    "what is underlined is there");
            const auto time = chat::durationFrom(piece.text);
            require(!time || (time->count() > 0 && *time <= std::chrono::hours(366 * 24)),
                    "times are bounded");
            const auto id = chat::alertIdFrom(piece.text);
            require(!id || (id->startsWith(QLatin1String("A-")) && id->size() <= piece.text.size()),
                    "ids are ids");
        }
    }
}

} // namespace fuzz
