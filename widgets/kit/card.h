// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>

class QBoxLayout;
class QVBoxLayout;

namespace kit {

class Label;

/// A surface with a hairline, a title row and whatever is put below it.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// A short hint right of the title, such as the unit or the period.
    void setSubtitle(const QString &subtitle);
    /// Puts a widget at the right end of the title row; the card owns it.
    void addHeaderWidget(QWidget *widget);
    /// Puts a widget below what is there; the card owns it.
    void addContent(QWidget *widget, int stretch = 0);
    /// Where the content goes, for layouts of one's own.
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showHeader();

    Label *m_title;
    Label *m_subtitle;
    QWidget *m_header;
    QBoxLayout *m_headerRow;
    QVBoxLayout *m_content;
};

} // namespace kit
