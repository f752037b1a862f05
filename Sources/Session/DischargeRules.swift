/// What must hold before a patient may leave.
package struct DischargeRules: Hashable, Sendable {
    package var afterDoseEndMinutes: Int
    package var afterDoseStartMinutes: Int
    package var systolicBelow: Int
    package var diastolicBelow: Int
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
    /// `none`, `padss` or `aldrete`.
    package var score: String

    package init(
        afterDoseEndMinutes: Int,
        afterDoseStartMinutes: Int,
        systolicBelow: Int,
        diastolicBelow: Int,
        withinBaselinePercent: Int,
        orSystolicBelow: Int,
        orDiastolicBelow: Int,
        riseAtMostMmHg: Int,
        setsApartMinutes: Int,
        spo2AtLeast: Int,
        roomAirMinutes: Int,
        moaasAtLeast: Int,
        dissociationAtMost: Int,
        painAtMost: Int,
        score: String
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
        self.score = score
    }
}
