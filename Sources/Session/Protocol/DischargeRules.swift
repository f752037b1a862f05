/// What must hold before a patient may leave.
package struct DischargeRules: Hashable, Sendable {
    package var afterDoseEndMinutes: Int
    package var afterDoseStartMinutes: Int
    package var systolicBelow: Int
    package var diastolicBelow: Int
    /// No systolic is under this, and under the next only within the share of baseline.
    package var systolicAtLeast: Int
    package var systolicNearBaselineBelow: Int
    /// Outside these only within the share of baseline, or so near to it.
    package var heartRate: ClosedRange<Int>
    package var respiratoryRate: ClosedRange<Int>
    package var respiratoryRateNearBaseline: Int
    /// Pain, dissociation and alertness are scored at most so long ago.
    package var scoresMaxAgeMinutes: Int
    /// Within this share of baseline counts as back, as does under the next pair.
    package var withinBaselinePercent: Int
    package var orSystolicBelow: Int
    package var orDiastolicBelow: Int
    /// The second set's pressure may exceed the first's by this much.
    package var riseAtMostMmHg: Int
    package var setsApartMinutes: Int
    package var spo2AtLeast: Int
    package var roomAirMinutes: Int
    package var moaasAtLeast: Int
    package var dissociationAtMost: Int
    package var painAtMost: Int

    package init(
        afterDoseEndMinutes: Int,
        afterDoseStartMinutes: Int,
        systolicBelow: Int,
        diastolicBelow: Int,
        systolicAtLeast: Int = 90,
        systolicNearBaselineBelow: Int = 100,
        heartRate: ClosedRange<Int> = 50...110,
        respiratoryRate: ClosedRange<Int> = 10...22,
        respiratoryRateNearBaseline: Int = 4,
        scoresMaxAgeMinutes: Int = 30,
        withinBaselinePercent: Int,
        orSystolicBelow: Int,
        orDiastolicBelow: Int,
        riseAtMostMmHg: Int,
        setsApartMinutes: Int,
        spo2AtLeast: Int,
        roomAirMinutes: Int,
        moaasAtLeast: Int,
        dissociationAtMost: Int,
        painAtMost: Int
    ) {
        self.afterDoseEndMinutes = afterDoseEndMinutes
        self.afterDoseStartMinutes = afterDoseStartMinutes
        self.systolicBelow = systolicBelow
        self.diastolicBelow = diastolicBelow
        self.withinBaselinePercent = withinBaselinePercent
        self.orSystolicBelow = orSystolicBelow
        self.orDiastolicBelow = orDiastolicBelow
        self.riseAtMostMmHg = riseAtMostMmHg
        self.setsApartMinutes = setsApartMinutes
        self.spo2AtLeast = spo2AtLeast
        self.roomAirMinutes = roomAirMinutes
        self.moaasAtLeast = moaasAtLeast
        self.dissociationAtMost = dissociationAtMost
        self.painAtMost = painAtMost
        self.systolicAtLeast = systolicAtLeast
        self.systolicNearBaselineBelow = systolicNearBaselineBelow
        self.heartRate = heartRate
        self.respiratoryRate = respiratoryRate
        self.respiratoryRateNearBaseline = respiratoryRateNearBaseline
        self.scoresMaxAgeMinutes = scoresMaxAgeMinutes
    }
}
