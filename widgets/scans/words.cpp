// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/words.h"

#include "kit/format.h"

#include <QCoreApplication>

namespace scans::words {

namespace {
namespace format = kit::format;
using network::Intensity;
using network::ScanRun;
using network::ScanState;
using network::ScanType;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(scans::Words)
};

const QString dot = QStringLiteral(" · ");
} // namespace

QString typeTitle(ScanType type)
{
    switch (type) {
    case ScanType::Discovery:
        return Words::tr("Discovery");
    case ScanType::Ports:
        return Words::tr("Ports");
    case ScanType::Targeted:
        return Words::tr("Targeted");
    case ScanType::Full:
        return Words::tr("Full");
    }
    return {};
}

QString typeSentence(ScanType type)
{
    switch (type) {
    case ScanType::Discovery:
        return Words::tr("Finds out who answers, and nothing else. Quick and gentle.");
    case ScanType::Ports:
        return Words::tr("Finds out which ports are open.");
    case ScanType::Targeted:
        return Words::tr("Finds out which ports are open, what serves there, and which system it is.");
    case ScanType::Full:
        return Words::tr("Everything: who answers, ports, services, systems and the way there. Takes long.");
    }
    return {};
}

QString intensityTitle(Intensity intensity)
{
    switch (intensity) {
    case Intensity::Light:
        return Words::tr("Light");
    case Intensity::Normal:
        return Words::tr("Normal");
    case Intensity::Aggressive:
        return Words::tr("Aggressive");
    }
    return {};
}

QString intensitySentence(Intensity intensity)
{
    switch (intensity) {
    case Intensity::Light:
        return Words::tr("Slow and gentle, for networks that are sensitive.");
    case Intensity::Normal:
        return Words::tr("A pace that an office does not notice.");
    case Intensity::Aggressive:
        return Words::tr("As fast as it goes. May disturb printers and controllers.");
    }
    return {};
}

QString stateTitle(ScanState state)
{
    switch (state) {
    case ScanState::Running:
        return Words::tr("Running");
    case ScanState::Completed:
        return Words::tr("Done");
    case ScanState::Failed:
        return Words::tr("Failed");
    case ScanState::Cancelled:
        return Words::tr("Cancelled");
    case ScanState::TimedOut:
        return Words::tr("Out of time");
    }
    return {};
}

kit::Status statusOf(ScanState state)
{
    switch (state) {
    case ScanState::Completed:
        return kit::Status::Ok;
    case ScanState::Failed:
        return kit::Status::High;
    case ScanState::Cancelled:
        return kit::Status::Paused;
    case ScanState::TimedOut:
        return kit::Status::Medium;
    case ScanState::Running:
        break;
    }
    return kit::Status::Info;
}

QString target(const ScanRun &run)
{
    return run.target.isEmpty() ? Words::tr("all ticked networks") : format::isolate(run.target);
}

QString title(const ScanRun &run)
{
    QStringList parts{typeTitle(run.scanType), target(run), intensityTitle(run.intensity).toLower()};
    if (!run.ports.isEmpty())
        parts << Words::tr("ports %1").arg(run.ports);
    return parts.join(dot);
}

QString counts(const ScanRun &run)
{
    const QStringList parts{
        run.devices == 1 ? Words::tr("1 device") : Words::tr("%n devices", nullptr, run.devices),
        run.openPorts == 1 ? Words::tr("1 open port") : Words::tr("%n open ports", nullptr, run.openPorts),
        run.services == 1 ? Words::tr("1 service") : Words::tr("%n services", nullptr, run.services)};
    // A discovery looks at no ports.
    return run.scanType == ScanType::Discovery ? parts.first() : parts.join(dot);
}

QString changes(const ScanRun &run)
{
    if (run.comparedWith.isEmpty())
        return format::none();
    QStringList parts;
    if (run.added > 0)
        parts << Words::tr("+%1 new").arg(format::count(run.added));
    if (run.removed > 0)
        parts << QChar(0x2212) + Words::tr("%1 gone").arg(format::count(run.removed));
    if (run.changed > 0)
        parts << Words::tr("~%1 changed").arg(format::count(run.changed));
    return parts.isEmpty() ? Words::tr("as before") : parts.join(QStringLiteral("  "));
}

QString spokenChanges(const ScanRun &run)
{
    if (run.comparedWith.isEmpty())
        return counts(run);
    if (run.added + run.removed + run.changed == 0)
        return Words::tr("nothing has changed since the one before");
    return Words::tr("%1 new, %2 gone, %3 changed")
        .arg(format::count(run.added), format::count(run.removed), format::count(run.changed));
}

QString outcome(const ScanRun &run)
{
    return run.status == ScanState::Completed ? changes(run) : run.message;
}

QString day(const QDateTime &at, const QDateTime &now)
{
    const QDateTime local = at.toLocalTime();
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (days == 0)
        return Words::tr("today %1").arg(time);
    if (days == 1)
        return Words::tr("yesterday %1").arg(time);
    return QLocale().toString(local, QLocale::ShortFormat);
}

QString clock(double elapsed, std::optional<double> left)
{
    const QString since = format::duration(qint64(elapsed * 1000));
    if (!left)
        return since;
    return since + dot + Words::tr("about %1 left").arg(format::duration(qint64(*left * 1000)));
}

QString letterTitle(const QString &letter)
{
    if (letter == QLatin1String("A"))
        return Words::tr("added");
    if (letter == QLatin1String("R"))
        return Words::tr("removed");
    return Words::tr("modified");
}

} // namespace scans::words
