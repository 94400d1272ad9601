// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/scans.h"
#include "kit/card.h"

class QPushButton;
class QStackedLayout;
class QStackedWidget;

namespace kit {
class EmptyState;
class Segmented;
} // namespace kit

namespace scans {

class Comparison;
class FoundTable;
class PlainTable;

/// One scan: how it went, what it found, and what it and another tell apart.
class RunDetail final : public kit::Card
{
    Q_OBJECT
public:
    enum Part { Found, Compared };

    explicit RunDetail(client::Scans &scans, QWidget *parent = nullptr);

    /// Shows that scan; an empty id: none.
    void setScan(const QString &id);
    void setPart(Part part);
    [[nodiscard]] const QString &scan() const { return m_id; }

Q_SIGNALS:
    /// The same scan once more was asked for.
    void againWanted(const network::ScanRun &run);

private:
    void build();
    void follow();
    void describe();
    void ask();
    void take(const core::Result<network::GetScan::Reply> &reply);

    client::Scans &m_scans;
    QString m_id;
    QPushButton *m_again;
    kit::Segmented *m_parts;
    kit::Label *m_message;
    QStackedWidget *m_stack;
    QStackedLayout *m_foundStack;
    kit::EmptyState *m_empty;
    FoundTable *m_model;
    PlainTable *m_table;
    Comparison *m_comparison;
    int m_shown = -1; ///< devices the scan had found when it was asked for
    std::optional<network::ScanState> m_state;
    bool m_isAsking = false;
};

} // namespace scans
