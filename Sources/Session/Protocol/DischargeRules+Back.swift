extension DischargeRules {
    /// Whether a value is within the share of the baseline's that counts as back.
    func isNear(_ value: Int, _ base: Int) -> Bool { abs(value - base) * 100 <= base * withinBaselinePercent }

    /// Whether a pressure is back: under the caps, over the floors, and each number under the ordinary one or near
    /// baseline.
    package func isBack(systolic: Int, diastolic: Int, baseline: Vitals?) -> Bool {
        guard systolic < systolicBelow, diastolic < diastolicBelow, systolic >= systolicAtLeast else { return false }
        let isSystolicNear = baseline?.value(.systolicMmHg).map { isNear(systolic, $0) } ?? false
        let isDiastolicNear = baseline?.value(.diastolicMmHg).map { isNear(diastolic, $0) } ?? false
        guard systolic >= systolicNearBaselineBelow || isSystolicNear else { return false }
        return (systolic < orSystolicBelow || isSystolicNear) && (diastolic < orDiastolicBelow || isDiastolicNear)
    }
}
