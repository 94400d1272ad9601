// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/facts.h"

#include <QDockWidget>

class QFormLayout;
class QStackedLayout;

namespace kit {
class Label;
} // namespace kit

namespace shell {

/// The dock that shows what is known of the thing selected on the page.
class Inspector final : public QDockWidget
{
    Q_OBJECT
public:
    explicit Inspector(QWidget *parent = nullptr);

    /// Shows other facts; those of the same thing are changed in place.
    void show(const client::Facts &facts);
    /// Says that nothing is selected.
    void clear();
    using QDockWidget::show;
    [[nodiscard]] const client::Facts &facts() const { return m_facts; }

private:
    QWidget *makeTitleBar();
    void rebuild();

    client::Facts m_facts;
    QStackedLayout *m_stack;
    kit::Label *m_kind;
    kit::Label *m_title;
    QFormLayout *m_form;
    QList<kit::Label *> m_values;
};

} // namespace shell
