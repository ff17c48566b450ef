"""When people retire: schedules, tables and worked examples by birth."""
