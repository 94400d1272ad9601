// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rendering.h"
#include "client/eventtail.h"

#include <QWidget>

class QAction;
class QComboBox;
class QPlainTextEdit;
class QToolButton;

namespace kit {
class Label;
} // namespace kit

namespace events {

/// One fact whole: as it is, and as each contract says it.
class EventDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit EventDetail(client::Link &link, QWidget *parent = nullptr);

    /// Shows the fact, and asks the server what the contracts make of it.
    void show(const core::Event &event);
    using QWidget::show;
    /// Puts actions behind the button that copies.
    void setCopyActions(const QList<QAction *> &actions);

Q_SIGNALS:
    void filterWanted();

private:
    void take(const core::Result<session::Render::Reply> &reply);
    void refresh();
    [[nodiscard]] QString textOf(const QString &dialect) const;

    client::Link &m_link;
    core::Event m_event;
    QList<session::Rendering> m_renderings;
    QString m_trouble; ///< why the contracts' words are not known
    quint64 m_asked = 0;
    kit::Label *m_title;
    QComboBox *m_dialect;
    QPlainTextEdit *m_text;
    QToolButton *m_copy;
};

} // namespace events
