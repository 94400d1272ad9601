// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/quiethours.h"
#include "client/telling.h"
#include "core/clock.h"

#include <QObject>

namespace client {

/// How whoever uses this window wants to be told of what happens, and when not. Everything that pops up,
/// sounds or comes over a page asks here first. Kept in the window's settings.
class Manners final : public QObject
{
    Q_OBJECT
public:
    /// An empty file name: nothing is kept. The clock outlives it.
    Manners(core::Clock &clock, const QString &file, QObject *parent = nullptr);
    ~Manners() override;

    [[nodiscard]] const Telling &telling() const { return m_telling; }
    void setTelling(const Telling &telling);
    /// Whether that is told so now.
    [[nodiscard]] bool tells(Matter matter, Way way) const;

    [[nodiscard]] const QuietHours &hours() const { return m_hours; }
    void setHours(const QuietHours &hours);
    /// Whether what is critical is told while it is quiet, too.
    [[nodiscard]] bool isBrokenByCritical() const { return m_isBrokenByCritical; }
    void setBrokenByCritical(bool isBroken);

    /// No pop-up and no sound until then.
    void snooze(const QDateTime &until);
    void snoozeFor(std::chrono::minutes time);
    /// Until eight in the morning of the next day.
    void snoozeOvernight();
    /// Ends the snooze; quiet hours that are now are passed over this once.
    void endQuiet();
    /// When pop-ups come again, in UTC; nothing: they do come.
    [[nodiscard]] std::optional<QDateTime> quietUntil() const;

    /// In the first week of this window only what is critical pops up. When that ends, in UTC; nothing: it
    /// has, or somebody ended it.
    [[nodiscard]] std::optional<QDateTime> learningUntil() const;
    void endLearning();
    /// Whether somebody has read that.
    [[nodiscard]] bool isLearningHidden() const { return m_isLearningHidden; }
    void hideLearning();

Q_SIGNALS:
    /// What is told how is not as it was.
    void changed();
    /// It became quiet, or is not any more, or for another time.
    void quietChanged();

private:
    void load();
    void save();
    void look();
    [[nodiscard]] QDateTime localNow() const { return m_clock.now().toLocalTime(); }

    core::Clock &m_clock;
    QString m_file;
    Telling m_telling;
    QuietHours m_hours;
    bool m_isBrokenByCritical = true;
    QDateTime m_snoozedUntil; ///< UTC; invalid: not
    QDateTime m_awakeUntil;   ///< quiet hours are passed over until then
    QDateTime m_learningUntil;
    bool m_isLearningHidden = false;
    std::optional<QDateTime> m_told;     ///< quiet until then, as it was said last
    bool m_wasLearning = false;          ///< as it was said last
    std::unique_ptr<core::Timer> m_pace; ///< the wall clock may be set, and machines sleep
};

} // namespace client
