import Commands
import EventLog
import Glibc

// The program as it ships, on a disk that fails where `VIGIL_FAULT` says.
let fault = getenv("VIGIL_FAULT").flatMap { FaultPointDisk(String(cString: $0)) }
Program.run(stationDisk: fault ?? SystemDisk())
