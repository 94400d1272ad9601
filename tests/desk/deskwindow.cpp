// SPDX-License-Identifier: GPL-3.0-or-later
// deskwindow: a window on the server of BELFRY_URL, for the bearer of BELFRY_TOKEN, that somebody uses who
// has a keyboard and a screen reader. Takes JSON objects, one a line: {"press": ["Ctrl+5", …]}, {"type":
// "…"}, {"focused": true},
// {"all": role, "name": …}, {"rows": name, "most": n}, {"picture": file}, {"watch": table, "word": …},
// {"stamps": true}; answers each with one. Each answer counts the events of pointers there were, which nobody
// makes.
#include "desk/reader.h"
#include "desk/stamps.h"
#include "support/servedwindow.h"

#include <QApplication>
#include <QJsonDocument>
#include <QKeySequence>
#include <QSocketNotifier>
#include <QTest>

#include <array>
#include <cstdio>
#include <unistd.h>

namespace {
/// Counts what no keyboard makes.
class Pointers final : public QObject
{
public:
    [[nodiscard]] int count() const { return m_count; }
    bool eventFilter(QObject *, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
        case QEvent::Wheel:
        case QEvent::TouchBegin:
        case QEvent::TabletPress:
            m_count += event->spontaneous() ? 1 : 0;
            break;
        default:
            break;
        }
        return false;
    }

private:
    int m_count = 0;
};

/// Does what a window manager does where there is none: who is asked something, or else the window, has the
/// keyboard.
void keepActive(QWidget &window)
{
    QCoreApplication::processEvents();
    if (QGuiApplication::focusWindow() != nullptr)
        return;
    QWidget *modal = QApplication::activeModalWidget();
    (modal == nullptr ? &window : modal)->activateWindow();
    QCoreApplication::processEvents();
}

void press(const QString &keys)
{
    const QKeySequence sequence(keys, QKeySequence::PortableText);
    for (int i = 0; i < sequence.count() && QGuiApplication::focusWindow(); ++i) {
        const QKeyCombination one = sequence[uint(i)];
        QTest::keyClick(QGuiApplication::focusWindow(), one.key(), one.keyboardModifiers());
    }
}

void type(const QString &text)
{
    for (const QChar c : text) {
        if (QWindow *window = QGuiApplication::focusWindow())
            QTest::sendKeyEvent(QTest::Click, window, Qt::Key(c.toUpper().unicode()), QString(c),
                                Qt::NoModifier);
    }
}

QJsonObject answer(const QJsonObject &asked, QWidget &window, desk::Stamps &stamps)
{
    keepActive(window);
    if (asked.contains(QLatin1String("press"))) {
        const QJsonArray all = asked.value(QLatin1String("press")).toArray();
        for (const QJsonValue &keys : all) {
            press(keys.toString());
            keepActive(window);
        }
        return {{QStringLiteral("focused"), desk::Reader::focused()}};
    }
    if (asked.contains(QLatin1String("type"))) {
        type(asked.value(QLatin1String("type")).toString());
        return {{QStringLiteral("focused"), desk::Reader::focused()}};
    }
    if (asked.contains(QLatin1String("all"))) {
        return {{QStringLiteral("all"), desk::Reader::all(asked.value(QLatin1String("all")).toString(),
                                                          asked.value(QLatin1String("name")).toString())}};
    }
    if (asked.contains(QLatin1String("rows"))) {
        constexpr int usual = 100;
        return desk::Reader::rows(asked.value(QLatin1String("rows")).toString(),
                                  asked.value(QLatin1String("most")).toInt(usual));
    }
    if (asked.contains(QLatin1String("watch"))) {
        return {
            {QStringLiteral("isWatched"), stamps.watch(window, asked.value(QLatin1String("watch")).toString(),
                                                       asked.value(QLatin1String("word")).toString())}};
    }
    if (asked.contains(QLatin1String("stamps")))
        return {{QStringLiteral("stamps"), stamps.take()}};
    if (asked.contains(QLatin1String("picture"))) {
        return {{QStringLiteral("isWritten"),
                 window.grab().save(asked.value(QLatin1String("picture")).toString())}};
    }
    return {{QStringLiteral("focused"), desk::Reader::focused()}};
}
} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const auto address = client::readServerAddress(qEnvironmentVariable("BELFRY_URL"));
    if (!address) {
        std::fputs("deskwindow, with BELFRY_URL and BELFRY_TOKEN\n", stderr);
        return 2;
    }
    Pointers pointers;
    QApplication::instance()->installEventFilter(&pointers);
    support::ServedWindow served(*address);
    desk::Stamps stamps;
    served.window.activateWindow();
    QByteArray heard;
    QSocketNotifier ear(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&ear, &QSocketNotifier::activated, &application, [&] {
        std::array<char, 4096> piece{};
        const ssize_t length = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (length <= 0)
            return QApplication::quit();
        heard.append(piece.data(), length);
        for (qsizetype end = heard.indexOf('\n'); end >= 0; end = heard.indexOf('\n')) {
            QJsonObject said =
                answer(QJsonDocument::fromJson(heard.left(end)).object(), served.window, stamps);
            heard.remove(0, end + 1);
            said.insert(QStringLiteral("pointers"), pointers.count());
            std::puts(QJsonDocument(said).toJson(QJsonDocument::Compact).constData());
            std::fflush(stdout);
        }
    });
    return QApplication::exec();
}
