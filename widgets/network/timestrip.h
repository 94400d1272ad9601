// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QWidget>

#include <functional>
#include <optional>

class QComboBox;
class QPushButton;
class QSlider;

namespace kit {
class Label;
}

namespace network {

/// Goes back in time, and to now again: a slider whose right end is now.
class TimeStrip final : public QWidget
{
    Q_OBJECT
public:
    /// `now` tells the time of the server.
    explicit TimeStrip(std::function<QDateTime()> now, QWidget *parent = nullptr);

    /// The moment that is chosen; nothing: now.
    [[nodiscard]] std::optional<QDateTime> moment() const;
    void goToNow();

Q_SIGNALS:
    void momentChanged();

private:
    void moved();
    void chooseSpan();
    void tell();
    [[nodiscard]] QDateTime lastStep() const;

    std::function<QDateTime()> m_now;
    QDateTime m_end; ///< the time the steps are counted back from; null while now is shown
    std::optional<QDateTime> m_told;
    QComboBox *m_span;
    QSlider *m_slider;
    kit::Label *m_text;
    QPushButton *m_back;
};

} // namespace network
