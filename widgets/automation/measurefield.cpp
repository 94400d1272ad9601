// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/measurefield.h"

#include "automation/rulewords.h"

#include <QSignalBlocker>

namespace automation {

namespace {
QStringList usualMeasures()
{
    QStringList out;
    for (const char *name : {"cpu.usage",
                             "cpu.temperature",
                             "load.1",
                             "load.5",
                             "load.15",
                             "memory.usage",
                             "memory.used",
                             "swap.used",
                             "disk.usage",
                             "volume.usage.*",
                             "disk.busy",
                             "disk.read",
                             "disk.write",
                             "net.rx",
                             "net.tx",
                             "net.*.rx",
                             "net.*.tx",
                             "reach.rtt",
                             "reach.loss",
                             "interface.*.errors",
                             "service.certificate.days"})
        out << QString::fromLatin1(name);
    return out;
}
} // namespace

MeasureField::MeasureField(const QString &name, QWidget *parent) : QComboBox(parent)
{
    setAccessibleName(name);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(24);
    setMaxVisibleItems(16);
    offer(usualMeasures());
}

void MeasureField::offer(const QStringList &names)
{
    const QSignalBlocker quiet(this);
    for (const QString &name : names) {
        if (findData(name) >= 0)
            continue;
        addItem(words::measureTitle(name), name);
        setItemData(count() - 1, name, Qt::ToolTipRole);
    }
}

void MeasureField::setName(const QString &name)
{
    const QSignalBlocker quiet(this);
    offer({name});
    setCurrentIndex(findData(name));
}

} // namespace automation
