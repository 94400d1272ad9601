// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace automation {

class TimeField;

/// After which times nobody looked after an alert it is escalated, level by level.
class LevelsField final : public QWidget
{
    Q_OBJECT
public:
    /// As many as the server takes.
    static constexpr int most = 9;

    explicit LevelsField(const QList<int> &seconds, QWidget *parent = nullptr);

    /// One for each level, as they stand there.
    [[nodiscard]] QList<int> seconds() const;

private:
    void add(qint64 seconds);
    void removeLast();
    void allow();

    QVBoxLayout *m_rows;
    QList<TimeField *> m_levels;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace automation
