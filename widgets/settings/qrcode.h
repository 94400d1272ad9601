// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace settings {

/// A text as a QR code: dark on light in every look, for that is what cameras read.
class QrCode final : public QWidget
{
    Q_OBJECT
public:
    explicit QrCode(QWidget *parent = nullptr);

    /// Answers false when the text is too long for one; nothing is drawn then.
    bool setText(const QString &text);
    /// Modules along one side, without the quiet zone; 0: there is none.
    [[nodiscard]] int side() const { return m_side; }
    [[nodiscard]] bool isDark(int column, int row) const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QByteArray m_modules; ///< row by row, 1: dark
    int m_side = 0;
};

} // namespace settings
