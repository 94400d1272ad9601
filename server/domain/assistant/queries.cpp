// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/queries.h"

#include "domain/assistant/devicespeech.h"

namespace assistant {

namespace {
/// What is said of the assistant itself.
struct HelpTalk
{
    Q_DECLARE_TR_FUNCTIONS(assistant::HelpTalk)
public:
    static Telling tell(const QueryBook &book, const Matter &matter)
    {
        Telling telling;
        constexpr qsizetype most = 100;
        telling.sentences << tr(
            "I answer from what you may see here, show what I asked, and never do anything "
            "myself. You can ask, for example:");
        const QStringList examples = book.examplesFor(QString(), matter.who.view, most);
        for (const QString &each : examples)
            telling.details << QStringLiteral("· ") + each;
        return telling;
    }
};
} // namespace

Query helpQuery(const QueryBook &book)
{
    Query query;
    query.id = QStringLiteral("help");
    query.phrases = phrasesOf({"help", "hilfe", "what can|could you do", "what can i ask", "what may i ask",
                               "what do you know", "who are you", "was kannst du", "was kann|darf ich fragen",
                               "wer bist du", "was weisst du"});
    query.asks = [](const Matter &) { return QList<Asking>(); };
    query.tell = [&book](const Matter &matter, const Findings &) { return HelpTalk::tell(book, matter); };
    return query;
}

void addQueries(QueryBook &book)
{
    for (const auto &list : {deviceQueries(), conditionQueries(), changeQueries(), alertQueries(),
                             placeQueries(), machineQueries(), houseQueries()}) {
        for (const Query &query : list)
            book.add(query);
    }
    book.add(helpQuery(book));
}

} // namespace assistant
