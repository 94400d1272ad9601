// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonArray>
#include <QObject>
#include <QSet>
#include <QString>

#include <utility>

class QAbstractItemView;
class QWidget;

namespace desk {

/// When the rows of a table ceased to say a word: each by the number of its alert, as the table was painted
/// so.
class Stamps final : public QObject
{
public:
    /// Watches the table of this name from now on; false: there is none in sight.
    bool watch(const QWidget &window, const QString &name, const QString &word);
    /// {id, at: milliseconds since 1970}, since it was asked last.
    QJsonArray take() { return std::exchange(m_stamps, {}); }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    [[nodiscard]] QSet<QString> saying() const;

    QAbstractItemView *m_view = nullptr;
    QString m_name;
    QString m_word;
    QSet<QString> m_known; ///< which said so when it was painted last
    QJsonArray m_stamps;
};

} // namespace desk
