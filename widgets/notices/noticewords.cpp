// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/noticewords.h"

namespace notices {

namespace {
constexpr qsizetype longestLine = 160;
}

kit::Status statusOf(const client::Notice &notice)
{
    if (notice.urgency) {
        switch (*notice.urgency) {
        case alerts::Urgency::Info:
            return kit::Status::Info;
        case alerts::Urgency::Warning:
            return kit::Status::Medium;
        case alerts::Urgency::Critical:
            return kit::Status::Critical;
        }
    }
    if (notice.happened)
        return kit::Status::Info;
    switch (notice.tone) {
    case alerts::Tone::Success:
        return kit::Status::Ok;
    case alerts::Tone::Warning:
        return kit::Status::Medium;
    case alerts::Tone::Error:
        return kit::Status::High;
    case alerts::Tone::Info:
        break;
    }
    return kit::Status::Info;
}

QString lineOf(const client::Notice &notice)
{
    const QString title = notice.title.simplified();
    const QString message = notice.message.simplified();
    const QString whole = message.isEmpty() ? title : QString(title + QStringLiteral(": ") + message);
    return whole.size() > longestLine ? QString(whole.left(longestLine - 1) + QChar(0x2026)) : whole;
}

} // namespace notices
