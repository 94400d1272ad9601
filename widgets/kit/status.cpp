// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/status.h"

#include <QCoreApplication>

namespace kit {

namespace {

struct StatusNames
{
    const char *word;
    const char *title;
};

const StatusNames &statusNames(Status status)
{
    static constexpr StatusNames names[] = {
        {QT_TRANSLATE_NOOP("kit::Status", "OK"), QT_TRANSLATE_NOOP("kit::Status", "OK")},
        {QT_TRANSLATE_NOOP("kit::Status", "paused"), QT_TRANSLATE_NOOP("kit::Status", "Paused")},
        {QT_TRANSLATE_NOOP("kit::Status", "away"), QT_TRANSLATE_NOOP("kit::Status", "Away")},
        {QT_TRANSLATE_NOOP("kit::Status", "information"), QT_TRANSLATE_NOOP("kit::Status", "Information")},
        {QT_TRANSLATE_NOOP("kit::Status", "low"), QT_TRANSLATE_NOOP("kit::Status", "Low")},
        {QT_TRANSLATE_NOOP("kit::Status", "medium"), QT_TRANSLATE_NOOP("kit::Status", "Medium")},
        {QT_TRANSLATE_NOOP("kit::Status", "high"), QT_TRANSLATE_NOOP("kit::Status", "High")},
        {QT_TRANSLATE_NOOP("kit::Status", "critical"), QT_TRANSLATE_NOOP("kit::Status", "Critical")},
    };
    return names[int(status)];
}

} // namespace

QString statusWord(Status status)
{
    return QCoreApplication::translate("kit::Status", statusNames(status).word);
}

QString statusTitle(Status status)
{
    return QCoreApplication::translate("kit::Status", statusNames(status).title);
}

Status statusOfSeverity(int severity)
{
    if (severity >= 9)
        return Status::Critical;
    if (severity >= 7)
        return Status::High;
    if (severity >= 5)
        return Status::Medium;
    if (severity >= 3)
        return Status::Low;
    return Status::Info;
}

} // namespace kit
