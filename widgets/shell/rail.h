// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/icons.h"
#include "kit/status.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace shell {

/// One page in the rail: its icon, and its name while the rail is wide.
class RailButton final : public QAbstractButton
{
    Q_OBJECT
public:
    RailButton(kit::Symbol symbol, const QString &text, const QString &shortcut);

    void setCollapsed(bool collapsed);
    void setNote(const QString &note, std::optional<kit::Status> status);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Draws the note at that end and answers how wide it is.
    int paintNote(QPainter &painter) const;
    /// All that there is room for in a narrow rail.
    void paintStatus(QPainter &painter) const;

    kit::Symbol m_symbol;
    QString m_note;
    std::optional<kit::Status> m_status;
    bool m_isCollapsed = false;
};

/// The list of pages at the left edge; arrow keys move through it.
class Rail final : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    void add(kit::Symbol symbol, const QString &text, const QString &shortcut);
    void setCurrent(int place);
    /// A few characters beside the page's name, such as "45 %"; empty: none. A status shows its shape.
    void setNote(int place, const QString &note, std::optional<kit::Status> status = {});
    [[nodiscard]] int current() const { return m_group.checkedId(); }
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_isCollapsed; }
    /// Puts the keyboard on the current page's entry.
    void takeFocus();

Q_SIGNALS:
    void chosen(int place);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup m_group;
    QVBoxLayout *m_column;
    bool m_isCollapsed = false;
};

} // namespace shell
