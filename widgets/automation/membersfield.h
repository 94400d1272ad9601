// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/channels.h"
#include "catalog/routes.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace automation {

/// Who takes turns, in their order, and by what each is told.
class MembersField final : public QWidget
{
    Q_OBJECT
public:
    MembersField(const QList<alerts::Channel> &channels, const QList<alerts::RotaMember> &members,
                 QWidget *parent = nullptr);

    /// Without the lines that were left empty.
    [[nodiscard]] QList<alerts::RotaMember> members() const;

private:
    struct Line
    {
        QWidget *row;
        QLineEdit *name;
        QComboBox *channel;
        QLineEdit *address;
        QPushButton *up;
    };

    void add(const alerts::RotaMember &member);
    void remove(const QWidget *row);
    void moveUp(const QWidget *row);
    void refreshUp();
    [[nodiscard]] qsizetype placeOf(const QWidget *row) const;

    QList<alerts::Channel> m_channels;
    QList<Line> m_lines;
    QVBoxLayout *m_column;
};

} // namespace automation
