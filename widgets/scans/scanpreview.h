// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scanruns.h"
#include "core/result.h"
#include "kit/card.h"
#include "kit/status.h"

class QVBoxLayout;

namespace scans {

/// What a scan would do, in plain words, before it is started: what is asked, how long it takes, what is
/// missing.
class ScanPreview final : public kit::Card
{
    Q_OBJECT
public:
    explicit ScanPreview(QWidget *parent = nullptr);

    /// Nothing is known of what is wished now.
    void wait();
    void show(const core::Result<network::PreviewScan::Reply> &reply);
    using QWidget::show;
    /// Why it cannot be started as it is; empty: it can.
    [[nodiscard]] const QString &whyNot() const { return m_whyNot; }

private:
    void clear();
    void addNote(kit::Status status, const QString &note);

    QString m_whyNot;
    kit::Label *m_sentence;
    kit::Label *m_figures;
    kit::Label *m_command;
    QVBoxLayout *m_notes;
};

} // namespace scans
