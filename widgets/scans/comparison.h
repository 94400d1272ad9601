// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/scans.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedLayout;

namespace kit {
class EmptyState;
class Label;
} // namespace kit

namespace scans {

class DiffTable;
class PlainTable;

/// What one scan and another tell apart: added, removed, modified.
class Comparison final : public QWidget
{
    Q_OBJECT
public:
    explicit Comparison(client::Scans &scans, QWidget *parent = nullptr);

    /// Compares that scan with the one before of its kind, until another is chosen.
    void show(const QString &id);

private:
    void offer();
    void ask();
    void take(const core::Result<network::CompareScans::Reply> &reply);
    [[nodiscard]] QString nameOf(const QString &id) const;

    client::Scans &m_scans;
    QString m_id;
    QComboBox *m_other;
    kit::Label *m_legend;
    QPushButton *m_copy;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    DiffTable *m_model;
    PlainTable *m_table;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
};

} // namespace scans
