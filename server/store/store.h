// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/accountstore.h"
#include "core/auditstore.h"
#include "core/changestore.h"
#include "core/chatstore.h"
#include "core/clientstore.h"
#include "core/clock.h"
#include "core/departmentstore.h"
#include "core/journal.h"
#include "core/noticestore.h"
#include "core/recordstore.h"
#include "core/registrystore.h"
#include "core/samplestore.h"
#include "store/openfailure.h"
#include "store/options.h"

#include <QObject>

#include <memory>
#include <optional>

namespace store {

struct Opening;

/// The memory of the house: the front of the data directory, for the thread that opened it. The ports'
/// futures are finished on that thread, by its event loop. One directory is open once at a time.
class Store : public QObject
{
    Q_OBJECT

public:
    /// Locks the directory, checks both databases, restores or migrates what needs it. Blocks meanwhile.
    static Opening open(const Options &options, core::Clock &clock);
    ~Store() override;

    [[nodiscard]] core::Journal &journal();
    [[nodiscard]] core::SampleStore &samples();
    [[nodiscard]] core::AccountStore &accounts();
    [[nodiscard]] core::AuditStore &audit();
    [[nodiscard]] core::ChatStore &chat();
    [[nodiscard]] core::NoticeStore &notices();
    [[nodiscard]] core::RegistryStore &registry();
    [[nodiscard]] core::DepartmentStore &departments();
    [[nodiscard]] core::ClientStore &clients();
    [[nodiscard]] core::RecordStore &records();
    [[nodiscard]] core::ChangeStore &changes();

    [[nodiscard]] State state() const;
    /// What the state means and what to do, in a sentence.
    [[nodiscard]] QString stateText() const;
    /// Bytes of both databases, as of the last 2 s.
    [[nodiscard]] qint64 storedBytes() const;
    /// Frames that were not recorded since the start, as of the last 2 s.
    [[nodiscard]] quint64 droppedFrames() const;
    /// What was restored or set aside at opening, in sentences for people; empty when nothing was.
    [[nodiscard]] QString openingNote() const;

    /// Saves what was handed over, checkpoints, ends the threads, unlocks; at most 5 s unless the disk hangs.
    /// What is asked afterwards is answered Unavailable. Idempotent.
    void close();

Q_SIGNALS:
    /// From the event loop, within 2 s of the disk running low or being freed.
    void stateChanged();

private:
    class Parts;
    explicit Store(std::unique_ptr<Parts> parts);

    void beginRounds();
    void check();
    void tidy();
    void copyIfDue();
    void purge(const QDateTime &now);
    void indexChat();

    std::unique_ptr<Parts> m_parts;
};

/// What came of opening: the store, or why not.
struct Opening
{
    std::unique_ptr<Store> store;
    std::optional<Refusal> refusal; ///< set exactly when there is no store

    explicit operator bool() const { return store != nullptr; }
};

} // namespace store
