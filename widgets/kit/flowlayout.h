// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLayout>

#include <memory>
#include <vector>

namespace kit {

/// Widgets side by side, going on in the next line where there is no more room; what is hidden takes none.
class FlowLayout final : public QLayout
{
    Q_OBJECT
public:
    FlowLayout(QWidget *parent, int spacing);
    ~FlowLayout() override;

    /// What is added from now on stands at the end of the line, as long as one line is enough for all.
    void addGap() { m_gap = count(); }

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int place) const override;
    QLayoutItem *takeAt(int place) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    /// In one line.
    [[nodiscard]] QSize sizeHint() const override;
    /// One below the other.
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    struct Spot
    {
        QLayoutItem *item;
        QRect where; ///< from the upper left corner on, as if one reads from the left
    };
    [[nodiscard]] std::vector<Spot> spotsFor(int width) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    int m_gap = -1;
};

} // namespace kit
