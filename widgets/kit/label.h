// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLabel>

namespace kit {

/// What a label is for; it decides size, weight and colour.
enum class TextRole { PageTitle, CardTitle, Body, Secondary, Hint, Mono, Kpi };

/// Plain text that is never read as markup; what does not fit is elided and shown whole in the tooltip.
class Label final : public QLabel
{
    Q_OBJECT

public:
    explicit Label(const QString &text = {}, TextRole role = TextRole::Body, QWidget *parent = nullptr);

    void setRole(TextRole role);
    /// ElideRight for prose (the default), ElideMiddle for hosts and paths, ElideNone to keep the full width.
    void setElide(Qt::TextElideMode mode);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool isElided() const;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    TextRole m_role;
    Qt::TextElideMode m_elide = Qt::ElideRight;
};

/// The font of a text role.
[[nodiscard]] QFont fontOf(TextRole role);
/// The colour of a text role in the theme in force.
[[nodiscard]] QColor colorOf(TextRole role);

} // namespace kit
