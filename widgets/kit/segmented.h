// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>
#include <QWidget>

namespace kit {

/// A row of joined buttons of which one is chosen, as for the time range; arrow keys move the choice.
class Segmented final : public QWidget
{
    Q_OBJECT

public:
    explicit Segmented(const QStringList &options, QWidget *parent = nullptr);

    void setOptions(const QStringList &options);
    [[nodiscard]] int current() const { return m_current; }
    /// Chooses without telling; -1 chooses none.
    void setCurrent(int place);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// Where an option is drawn.
    [[nodiscard]] QRect segmentRect(int place) const;

Q_SIGNALS:
    /// The person chose another option.
    void chosen(int place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(int place);
    [[nodiscard]] int placeAt(const QPoint &at) const;
    void tell();

    QStringList m_options;
    int m_current = 0;
    int m_hovered = -1;
};

} // namespace kit
