// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <QWidget>

class QPushButton;

namespace kit {

class Label;

/// One short message above the bottom edge of a page with at most one action; it goes by itself after 8 s.
/// The time stands still while the pointer or the focus is on it.
class Toast final : public QWidget
{
    Q_OBJECT

public:
    /// `action` may be empty.
    Toast(const QString &text, const QString &action, QWidget *parent);

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void gone();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void pause();
    void goOn();

    Label *m_label;
    QPushButton *m_action;
    QTimer m_timer;
};

/// Stacks the toasts of one page at its bottom centre, two at most; an older one makes room.
class ToastArea final : public QObject
{
    Q_OBJECT

public:
    explicit ToastArea(QWidget *page);

    /// Shows a message; the toast is returned to connect its action and deletes itself.
    Toast *say(const QString &text, const QString &action = {});
    [[nodiscard]] int count() const { return int(m_toasts.size()); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Whose children toasts are.
    [[nodiscard]] QWidget *host() const;
    void arrange();

    QWidget *m_page;
    QList<Toast *> m_toasts;
};

} // namespace kit
