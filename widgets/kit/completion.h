// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <QList>

class QListView;
class QStandardItemModel;

namespace kit {

/// Something that may be meant by what is being typed: what it is, and what that means.
struct Choice
{
    QString title;
    QString detail;
};

/// The list of what may be meant, over the field one types in or below it. The keyboard stays in the field,
/// which hands on the arrows; what is chosen is told to screen readers as it changes.
class Completion final : public QFrame
{
    Q_OBJECT
public:
    explicit Completion(QWidget *field);

    /// An empty list hides it.
    void setChoices(const QList<Choice> &choices);
    void move(int rows);
    /// The place of what is chosen; -1: nothing is.
    [[nodiscard]] int chosen() const;

Q_SIGNALS:
    void picked();

private:
    void place();
    void tell();

    QWidget *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
};

} // namespace kit
