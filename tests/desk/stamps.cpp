// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/stamps.h"

#include "desk/reader.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>

namespace desk {

bool Stamps::watch(const QWidget &window, const QString &name, const QString &word)
{
    const auto views = window.findChildren<QAbstractItemView *>();
    const auto found = std::find_if(views.begin(), views.end(), [&](const QAbstractItemView *view) {
        return view->isVisible() && view->accessibleName() == name;
    });
    if (found == views.end())
        return false;
    m_view = *found;
    m_name = name;
    m_word = word;
    m_known = saying();
    m_view->viewport()->installEventFilter(this);
    return true;
}

bool Stamps::eventFilter(QObject *, QEvent *event)
{
    // Behind the painting, which is to count.
    if (event->type() == QEvent::Paint)
        QMetaObject::invokeMethod(this, &Stamps::look, Qt::QueuedConnection);
    return false;
}

QSet<QString> Stamps::saying() const
{
    static const QRegularExpression number(QStringLiteral("\\bA-\\d+\\b"));
    QSet<QString> out;
    constexpr int most = 1000;
    const QJsonArray rows = Reader::rows(m_name, most).value(QLatin1String("rows")).toArray();
    for (const QJsonValue &row : rows) {
        if (row.toString().contains(m_word))
            out << number.match(row.toString()).captured();
    }
    return out;
}

void Stamps::look()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const double at = std::chrono::duration<double, std::milli>(now).count();
    const QSet<QString> before = std::exchange(m_known, saying());
    const QSet<QString> others = before - m_known;
    for (const QString &id : others)
        m_stamps << QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("at"), at}};
}

} // namespace desk
