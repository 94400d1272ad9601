// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace core {

/// One line of the audit trail: who did what, to what, from where, when, and how it ended.
struct AuditRecord
{
    qint64 number = 0; ///< 1, 2, 3, … without a gap
    QDateTime at;      ///< UTC, milliseconds
    QString actor;     ///< name; empty: nobody known
    QString account;   ///< id of that account, or empty
    QString action;
    QString target;
    QString address; ///< empty: this process
    QString outcome; ///< ok, failed or refused
    QString detail;
    int count = 1;   ///< how many of the same this stands for
    QByteArray seal; ///< binds this record to all before it
};

/// Where the trail ends, sealed by itself, so that records missing at the end are missed.
struct AuditHead
{
    qint64 number = 0;
    QByteArray seal;
    QByteArray proof;
};

/// What is wrong with a record.
enum class AuditFlaw {
    Changed, ///< it, or what stood before it, is not what was written
    Missing,
    Moved, ///< written so, but in another place
};

/// What following the chain showed.
struct AuditCheck
{
    qint64 records = 0;
    qint64 firstFault = 0; ///< number of the first record that is not right; 0: none
    AuditFlaw flaw = AuditFlaw::Changed;

    [[nodiscard]] bool isIntact() const { return firstFault == 0; }
};

/// Seals records: each by HMAC-SHA256 over the seal before it and what it says. A value; any thread.
class AuditChain
{
public:
    explicit AuditChain(QByteArray key = {}) : m_key(std::move(key)) {}

    /// What stands before the first record.
    [[nodiscard]] QByteArray origin() const;
    [[nodiscard]] QByteArray seal(const QByteArray &previous, const AuditRecord &record) const;
    [[nodiscard]] AuditHead head(qint64 number, const QByteArray &seal) const;

private:
    [[nodiscard]] QByteArray mac(const QByteArray &message) const;

    QByteArray m_key;
};

/// Follows a chain, record by record in the order of their numbers.
class AuditInspection
{
public:
    explicit AuditInspection(AuditChain chain);

    void take(const AuditRecord &record);
    /// After the last record, with the head as it is stored.
    [[nodiscard]] AuditCheck conclude(const std::optional<AuditHead> &head) const;

private:
    [[nodiscard]] AuditFlaw flawOf(const AuditRecord &record) const;

    AuditChain m_chain;
    QList<QByteArray> m_seals; ///< the origin, then every record's
    qint64 m_last = 0;         ///< number of the last record
    qint64 m_fault = 0;
    std::optional<AuditRecord> m_wrong; ///< stands at the first fault, its seal does not fit
};

} // namespace core
