// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/health.h"

#include "store/files.h"

#include <QCoreApplication>

namespace store {

namespace {
constexpr qint64 leastBytes = 1 << 20; // free; with less, any failure to write is taken for a full disk

bool isDamage(int code) { return code == SqlFailure::Corrupt || code == SqlFailure::NotADatabase; }
} // namespace

void Health::failed(const SqlFailure &failure)
{
    if (isDamage(m_trouble.code))
        return;
    m_trouble = failure;
    if (!isDamage(failure.code) && isShort(leastBytes))
        m_trouble.code =
            SqlFailure::Full; // SQLite has other words for it when its shared index finds no room
}

void Health::recovered()
{
    if (!isDamage(m_trouble.code))
        m_trouble = {};
}

State Health::state() const
{
    if (m_trouble.code != SqlFailure::None && m_trouble.code != SqlFailure::Full)
        return State::Failed;
    if (m_trouble.code == SqlFailure::Full || isShort(m_fullBytes))
        return State::Full;
    return isShort(m_lowBytes) ? State::Low : State::Ok;
}

QString Health::text() const
{
    switch (state()) {
    case State::Ok:
        return QCoreApplication::translate("store", "Everything is saved.");
    case State::Low:
        return QCoreApplication::translate("store",
                                           "The disk has %1 left: metrics are not recorded below %2. Free "
                                           "some space; recording goes on by itself.")
            .arg(files::sizeText(m_freeBytes), files::sizeText(m_lowBytes));
    case State::Full:
        return QCoreApplication::translate(
                   "store", "The disk is full, %1 left: nothing can be saved, reading goes on. "
                            "Free some space; saving goes on by itself.")
            .arg(files::sizeText(qMax<qint64>(0, m_freeBytes)));
    case State::Failed:
        break;
    }
    if (isDamage(m_trouble.code))
        return QCoreApplication::translate("store",
                                           "The database is damaged (%1): nothing can be saved. Restart "
                                           "Belfry to restore it from the newest copy.")
            .arg(m_trouble.text);
    return QCoreApplication::translate("store",
                                       "The database cannot be written (%1): nothing can be saved, reading "
                                       "goes on. Check the disk; saving goes on by itself.")
        .arg(m_trouble.text);
}

bool Health::wantsTrial() const
{
    return m_trouble.code != SqlFailure::None && !isDamage(m_trouble.code) && !isShort(m_fullBytes);
}

} // namespace store
