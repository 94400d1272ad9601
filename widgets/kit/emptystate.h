// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIcon>
#include <QWidget>

class QPushButton;

namespace kit {

class Label;
class PrimaryButton;

/// What a view shows when it has nothing: a glyph, one sentence that says why, and what to do about it.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QIcon &icon, const QString &sentence, QWidget *parent = nullptr);

    void setIcon(const QIcon &icon);
    void setSentence(const QString &sentence);
    /// An empty text removes the button.
    void setAction(const QString &text);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
    QWidget *m_picture;
    Label *m_sentence;
    PrimaryButton *m_action;
};

} // namespace kit
