// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/promtext.h"

#include <QRegularExpression>

namespace support {

namespace {
constexpr auto sampleLine =
    R"(^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"(?:,(?=[a-zA-Z_]))?)+\})? )"
    R"((NaN|[+-]Inf|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?: -?\d+)?$)";
constexpr auto aboutLine = R"(^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$)";

class Reader
{
public:
    explicit Reader(PromText &result) : m_result(result) {}

    void line(const QByteArray &text)
    {
        const QString line = QString::fromUtf8(text);
        const auto about = m_about.match(line);
        if (about.hasMatch()) {
            describe(about.captured(1), about.captured(2).toLatin1(), about.captured(3).toLatin1());
            return;
        }
        const auto sample = m_sample.match(line);
        if (!sample.hasMatch()) {
            fail("is neither HELP, TYPE nor a sample", text);
            return;
        }
        take(sample.captured(1).toLatin1(), sample.captured(2).toUtf8(), sample.captured(3), text);
    }

    void fail(const char *what, const QByteArray &text)
    {
        if (m_result.fault.isEmpty())
            m_result.fault = QStringLiteral("%1: %2").arg(QString::fromUtf8(text), QString::fromLatin1(what));
    }

private:
    void describe(const QString &kind, const QByteArray &name, const QByteArray &rest)
    {
        if (kind == u"HELP") {
            if (m_helped.contains(name))
                fail("a second HELP", name);
            m_helped.insert(name, rest);
            m_family = name;
            return;
        }
        if (m_result.types.contains(name) || name != m_family)
            fail("a TYPE that does not follow its HELP", name);
        if (rest != "counter" && rest != "gauge")
            fail("no such type", rest);
        if ((rest == "counter") != name.endsWith("_total"))
            fail("counters, and only they, end in _total", name);
        m_result.types.insert(name, rest);
    }

    void take(const QByteArray &name, const QByteArray &labels, const QString &value, const QByteArray &text)
    {
        if (name != m_family || !m_result.types.contains(name))
            fail("a sample outside of its family", text);
        if (m_result.samples.contains(name + labels))
            fail("a second sample of the same labels", text);
        const double number = value.toDouble();
        if (m_result.types.value(name) == "counter" && !(number >= 0))
            fail("a counter below nothing", text);
        m_result.samples.insert(name + labels, number);
    }

    PromText &m_result;
    QByteArray m_family;
    QMap<QByteArray, QByteArray> m_helped;
    const QRegularExpression m_sample{QString::fromLatin1(sampleLine)};
    const QRegularExpression m_about{QString::fromLatin1(aboutLine)};
};
} // namespace

PromText PromText::read(const QByteArray &page)
{
    PromText result;
    Reader reader(result);
    if (!page.endsWith('\n'))
        reader.fail("the last line has no end", page.right(40));
    const QList<QByteArray> lines = page.chopped(1).split('\n');
    for (const QByteArray &line : lines)
        reader.line(line);
    return result;
}

} // namespace support
