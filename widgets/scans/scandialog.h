// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/scans.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace kit {
class Banner;
class Label;
class PrimaryButton;
class Segmented;
} // namespace kit

namespace scans {

class ScanPreview;
class TargetField;

/// Asks what is to be scanned and how, and says what that means before it is started.
class ScanDialog final : public QDialog
{
    Q_OBJECT
public:
    ScanDialog(client::Scans &scans, core::Clock &clock, QWidget *parent = nullptr);

    /// Fills the fields with what was wished before.
    void setWish(const network::StartScan &wish);
    [[nodiscard]] network::StartScan wish() const;
    /// The same, with when it is to be made again.
    void setSchedule(const network::Schedule &schedule);
    [[nodiscard]] network::Schedule schedule() const;

Q_SIGNALS:
    void started(const QString &scanId);
    void scheduled();
    void networksWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildFields();
    void buildRepeat();
    void buildButtons();
    kit::Label *addHint();
    void change();
    void describe();
    void ask();
    void refreshStart();
    void start();
    template <class T>
    void send(const T &command, std::function<void(const typename T::Reply &)> done);
    [[nodiscard]] bool isRepeated() const;

    client::Scans &m_scans;
    core::Clock &m_clock;
    QFormLayout *m_form;
    kit::Banner *m_error;
    kit::Segmented *m_type;
    kit::Label *m_typeHint;
    TargetField *m_target;
    QLineEdit *m_ports;
    kit::Segmented *m_intensity;
    kit::Label *m_intensityHint;
    QSpinBox *m_timeout;
    QCheckBox *m_parallel;
    QCheckBox *m_systems;
    QLineEdit *m_repeat;
    QLineEdit *m_name;
    ScanPreview *m_preview;
    kit::PrimaryButton *m_start;
    std::unique_ptr<core::Timer> m_wait; ///< until somebody stops typing
    quint64 m_round = 0;                 ///< of asking; an answer to an earlier one is of no use
    network::Schedule m_before;          ///< what is changed; a new one without an id
    bool m_isStarting = false;
};

} // namespace scans
