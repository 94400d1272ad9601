// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QComboBox;
class QSpinBox;

namespace automation {

/// A time in whole seconds, minutes, hours or days.
class TimeField final : public QWidget
{
    Q_OBJECT
public:
    /// The name is what screen readers say of it.
    explicit TimeField(const QString &name, QWidget *parent = nullptr);

    void setSeconds(qint64 seconds);
    [[nodiscard]] qint64 seconds() const;

Q_SIGNALS:
    void changed();

private:
    QSpinBox *m_count;
    QComboBox *m_unit;
};

} // namespace automation
