// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/measures.h"

#include "catalog/measures.h"
#include "domain/assistant/words.h"

#include <algorithm>
#include <array>

namespace assistant {

QStringList measuresNamed(const QString &word)
{
    namespace series = metrics::series;
    struct Row
    {
        const char *words;
        QStringList names;
    };
    static const std::array rows{
        Row{"cpu processor prozessor cpu-auslastung prozessorlast", {series::cpu}},
        Row{"load last auslastung", {series::cpu, series::load1}},
        Row{"memory ram speicher arbeitsspeicher hauptspeicher", {series::memoryShare}},
        Row{"disk storage platte festplatte plattenplatz speicherplatz", {series::diskShare}},
        Row{"network traffic bandwidth netzwerk netz verkehr durchsatz", {series::received, series::sent}},
        Row{"temperature temperatur", {series::temperature}}};
    const Word asked = wordOf(word);
    for (const Row &row : rows) {
        const QStringList words = QString::fromLatin1(row.words).split(u' ');
        if (std::any_of(words.begin(), words.end(), [&asked](const QString &each) { return asked.is(each); }))
            return row.names;
    }
    return {};
}

} // namespace assistant
